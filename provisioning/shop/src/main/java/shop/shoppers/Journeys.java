package shop.shoppers;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** The journeys that shoppers make. */
final class Journeys {
    static final List<String> NAMES = List.of("browse", "badge", "history", "checkout", "search", "upload");

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
            case "browse" -> List.of(() -> browser.get("/api/users/today").expect(200).json());
            case "badge" -> List.of(
                    () -> browser.get("/api/badge?visitor=" + Long.toHexString(random.nextLong())).expect(200).json());
            case "history" -> List.of(() -> history(1), () -> history(2), () -> history(3));
            case "checkout" -> checkout();
            case "search" -> search();
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

    /** One search of each kind, for what the first one has found. */
    private List<Journey.Step> search() {
        AtomicReference<JsonObject> found = new AtomicReference<>();
        return List.of(
                () -> invoices("customer", String.format("C-%06d", anyUser())).forEach(invoice -> {
                    JsonObject one = invoice.getAsJsonObject();
                    if (found.get() == null || has(one, "purchaseOrder")) {
                        found.set(one);
                    }
                }),
                new SearchAgain(found, "sequence", "sequenceNumber"),
                new SearchAgain(found, "purchaseOrder", "purchaseOrder"));
    }

    private final class SearchAgain implements Journey.Step {
        private final AtomicReference<JsonObject> known;
        private final String parameter;
        private final String field;

        SearchAgain(AtomicReference<JsonObject> known, String parameter, String field) {
            this.known = known;
            this.parameter = parameter;
            this.field = field;
        }

        @Override
        public boolean needless() {
            return known.get() == null || !has(known.get(), field);
        }

        @Override
        public void run() throws JourneyFailed {
            String value = known.get().get(field).getAsString();
            if (invoices(parameter, value).isEmpty()) {
                throw new JourneyFailed("no invoice with the " + parameter + " " + value + ", which there was a moment ago");
            }
        }
    }

    private static boolean has(JsonObject object, String field) {
        return object.has(field) && !object.get(field).isJsonNull();
    }

    private JsonArray invoices(String parameter, String value) throws JourneyFailed {
        String path = "/api/invoices?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        JsonArray invoices = browser.get(path).expect(200).json().getAsJsonArray("invoices");
        return invoices == null ? new JsonArray() : invoices;
    }

    private List<Journey.Step> checkout() {
        AtomicReference<String> order = new AtomicReference<>();
        List<Journey.Step> steps = new ArrayList<>();
        steps.add(() -> order.set(placeOrder()));
        for (int look = 1; look <= LOOKS; look++) {
            steps.add(new LookForOrder(order, look == LOOKS));
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

    /** @param order its id; taken away when it is fulfilled */
    private final class LookForOrder implements Journey.Step {
        private final AtomicReference<String> order;
        private final boolean last;

        LookForOrder(AtomicReference<String> order, boolean last) {
            this.order = order;
            this.last = last;
        }

        @Override
        public boolean needless() {
            return order.get() == null;
        }

        @Override
        public void run() throws JourneyFailed {
            String status = browser.get("/api/orders/" + order.get()).expect(200).json().get("status").getAsString();
            if (status.equals("FULFILLED")) {
                order.set(null);
            } else if (last) {
                throw new JourneyFailed("order " + order.get() + " still is " + status);
            }
        }
    }

    /** Two files, one right after the other: with two back ends, each gets one. */
    private List<Journey.Step> upload() {
        AtomicReference<String> front = new AtomicReference<>();
        AtomicReference<String> back = new AtomicReference<>();
        return List.of(() -> front.set(send("front.pdf")), () -> {
            try {
                back.set(send("back.pdf"));
            } catch (JourneyFailed e) {
                takeBack(front);
                throw e;
            }
        }, () -> takeBack(front), () -> takeBack(back));
    }

    private String send(String name) throws JourneyFailed {
        byte[] file = new byte[UPLOAD_BYTES];
        random.nextBytes(file);
        Map<String, String> headers = Map.of("X-File-Name", name, "Content-Type", "application/octet-stream");
        return browser.send("POST", "/api/uploads", headers, file).expect(201).json().get("id").getAsString();
    }

    private void takeBack(AtomicReference<String> id) throws JourneyFailed {
        browser.delete("/api/uploads/" + id.get()).expect(204);
    }

    private int anyUser() {
        return 1 + random.nextInt(knownUsers);
    }
}
