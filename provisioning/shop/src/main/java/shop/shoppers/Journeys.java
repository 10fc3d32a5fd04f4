package shop.shoppers;

import com.google.gson.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** The journeys that shoppers make. */
final class Journeys {
    static final List<String> NAMES = List.of("browse", "history", "checkout", "invoices", "upload");

    private static final int UPLOAD_BYTES = 20 * 1024;
    /** Steps in which a shopper looks whether the order is fulfilled. */
    private static final int LOOKS = 6;

    private final Browser browser;
    private final Random random;
    private final int knownUsers;

    /** @param knownUsers the shop has users with the ids 1 to this */
    Journeys(Browser browser, Random random, int knownUsers) {
        this.browser = browser;
        this.random = random;
        this.knownUsers = knownUsers;
    }

    Journey byName(String name) {
        return new Journey(name, switch (name) {
            case "browse" -> List.of(
                    () -> browser.get("/api/users/today").expect(200).json(),
                    () -> browser.get("/api/badge?visitor=" + Long.toHexString(random.nextLong())).expect(200).json());
            case "history" -> List.of(() -> history(1), () -> history(2), () -> history(3));
            case "checkout" -> checkout();
            case "invoices" -> List.of(this::invoices);
            case "upload" -> upload();
            default -> throw new IllegalArgumentException("no journey " + name);
        });
    }

    private void history(int page) throws JourneyFailed {
        Answer answer = browser.get("/api/orders?page=" + page + "&size=10").expect(200);
        JsonArray orders = answer.json().getAsJsonArray("orders");
        if (orders == null || orders.isEmpty()) {
            throw new JourneyFailed("page " + page + " of the order history is empty");
        }
    }

    private void invoices() throws JourneyFailed {
        String customer = String.format("C-%06d", anyUser());
        browser.get("/api/invoices?customer=" + customer).expect(200).json();
    }

    private List<Journey.Step> checkout() {
        AtomicReference<String> order = new AtomicReference<>();
        List<Journey.Step> steps = new ArrayList<>();
        steps.add(() -> order.set(placeOrder()));
        for (int look = 1; look <= LOOKS; look++) {
            boolean last = look == LOOKS;
            steps.add(() -> awaitFulfilled(order, last));
        }
        return steps;
    }

    private String placeOrder() throws JourneyFailed {
        JsonArray products = browser.get("/api/products").expect(200).json().getAsJsonArray("products");
        if (products == null || products.isEmpty()) {
            throw new JourneyFailed("there are no products");
        }
        String sku = products.get(random.nextInt(products.size())).getAsJsonObject().get("sku").getAsString();
        String json = "{\"userId\":" + anyUser() + ",\"items\":[{\"sku\":\"" + sku + "\",\"quantity\":"
                + (1 + random.nextInt(3)) + "}]}";
        return browser.postJson("/api/orders", json).expect(201).json().get("id").getAsString();
    }

    private void awaitFulfilled(AtomicReference<String> order, boolean last) throws JourneyFailed {
        if (order.get() == null) {
            return;
        }
        String status = browser.get("/api/orders/" + order.get()).expect(200).json().get("status").getAsString();
        if (status.equals("FULFILLED")) {
            order.set(null);
        } else if (last) {
            throw new JourneyFailed("order " + order.get() + " still is " + status);
        }
    }

    private List<Journey.Step> upload() {
        AtomicReference<String> id = new AtomicReference<>();
        return List.of(
                () -> {
                    byte[] file = new byte[UPLOAD_BYTES];
                    random.nextBytes(file);
                    Map<String, String> headers =
                            Map.of("X-File-Name", "receipt.pdf", "Content-Type", "application/octet-stream");
                    id.set(browser.send("POST", "/api/uploads", headers, file).expect(201).json().get("id").getAsString());
                },
                () -> browser.delete("/api/uploads/" + id.get()).expect(204));
    }

    private int anyUser() {
        return 1 + random.nextInt(knownUsers);
    }
}
