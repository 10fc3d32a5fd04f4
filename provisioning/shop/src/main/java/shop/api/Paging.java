package shop.api;

import io.javalin.http.Context;

/** @param page counted from 1 */
record Paging(int page, int size) {
    private static final int DEFAULT_SIZE = 10;
    private static final int MOST_PER_PAGE = 100;
    /** What a page skips is read all the same: further back one asks for the orders before a given one. */
    private static final int MOST_SKIPPED = 1000;

    /** @throws ApiError 400 if page or size is not a sensible number, or the page is too far back */
    static Paging of(Context ctx) {
        return of(ctx.queryParam("page"), ctx.queryParam("size"));
    }

    static Paging of(String page, String size) {
        Paging paging = new Paging(number("page", page, 1, Integer.MAX_VALUE), number("size", size, DEFAULT_SIZE, MOST_PER_PAGE));
        if (paging.offset() >= MOST_SKIPPED) {
            throw new ApiError(400, "Pages go back " + MOST_SKIPPED + " orders; older ones are found with before=<order number>");
        }
        return paging;
    }

    private static int number(String name, String value, int otherwise, int most) {
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Same answer as a number out of range.
        }
        throw new ApiError(400, name + " must be a whole number from 1 to " + most);
    }

    long offset() {
        return (page - 1L) * size;
    }
}
