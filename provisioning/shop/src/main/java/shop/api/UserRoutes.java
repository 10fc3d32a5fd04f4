package shop.api;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import shop.data.User;
import shop.data.Users;

final class UserRoutes {
    private static final int MOST_LISTED = 50;
    private static final int MOST_CHARACTERS = 100;

    private final Users users;

    UserRoutes(Users users) {
        this.users = users;
    }

    void register(Javalin app) {
        app.get("/api/users/today", this::today);
        app.post("/api/users", this::add);
    }

    private record Today(LocalDate date, String timeZone, int count, List<User> users) {}

    private void today(Context ctx) throws SQLException {
        LocalDate today = LocalDate.now();
        // created_at is kept in UTC.
        Instant from = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant until = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<User> newest = users.createdBetween(from, until, MOST_LISTED);
        int count = newest.size() < MOST_LISTED ? newest.size() : users.countCreatedBetween(from, until);
        Json.answer(ctx, 200, new Today(today, ZoneId.systemDefault().getId(), count, newest));
    }

    private record NewUser(String name, String email) {}

    private void add(Context ctx) throws SQLException {
        NewUser user = Json.body(ctx, NewUser.class);
        String name = required("name", user.name());
        String email = required("email", user.email());
        if (!email.matches("[^@\\s]+@[^@\\s]+")) {
            throw new ApiError(400, "email is not an e-mail address");
        }
        try {
            Json.answer(ctx, 201, users.add(name, email));
        } catch (Users.EmailTaken e) {
            throw new ApiError(409, e.getMessage());
        }
    }

    private static String required(String field, String value) {
        if (value == null || value.isBlank()) {
            throw new ApiError(400, field + " is missing");
        }
        if (value.strip().length() > MOST_CHARACTERS) {
            throw new ApiError(400, field + " is longer than " + MOST_CHARACTERS + " characters");
        }
        return value.strip();
    }
}
