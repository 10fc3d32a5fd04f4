package shop.api;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shop.data.Invoice;
import shop.data.Invoices;
import shop.data.Order;
import shop.data.Orders;
import shop.data.Product;
import shop.data.Products;
import shop.data.Upload;
import shop.data.Uploads;
import shop.data.User;
import shop.data.Users;
import shop.stream.OrderEvents;

/** What the API stands on, without servers. */
final class InMemory implements Users, Orders, Products, Invoices, Uploads, OrderEvents {
    final List<User> users = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final List<Order> published = new ArrayList<>();
    final Map<UUID, Upload> uploads = new HashMap<>();
    final List<String> searches = new ArrayList<>();
    int offersAsked;
    boolean streamDown;
    boolean databaseDown;

    ApiServer.Backing backing() {
        return new ApiServer.Backing(this, this, this, this, this, this);
    }

    private void reach() throws SQLException {
        if (databaseDown) {
            throw new SQLTransientConnectionException("postgres - Connection is not available");
        }
    }

    @Override
    public List<User> createdBetween(Instant from, Instant until, int limit) {
        return users.stream().filter(user -> !user.createdAt().isBefore(from) && user.createdAt().isBefore(until))
                .limit(limit).toList();
    }

    @Override
    public int countCreatedBetween(Instant from, Instant until) {
        return createdBetween(from, until, Integer.MAX_VALUE).size();
    }

    @Override
    public User add(String name, String email) {
        if (users.stream().anyMatch(user -> user.email().equals(email))) {
            throw new EmailTaken(email);
        }
        User user = new User(users.size() + 1L, name, email, Instant.now());
        users.add(user);
        return user;
    }

    @Override
    public long count() throws SQLException {
        reach();
        return orders.size();
    }

    @Override
    public List<Order> page(long offset, int size) throws SQLException {
        reach();
        return orders.stream().skip(offset).limit(size).toList();
    }

    @Override
    public List<Order> before(long id, int size) {
        return orders.stream().filter(order -> order.id() < id)
                .sorted(Comparator.comparing(Order::id).reversed()).limit(size).toList();
    }

    @Override
    public Optional<Order> find(long id) {
        return orders.stream().filter(order -> order.id() == id).findFirst();
    }

    @Override
    public Order add(long userId, List<Order.Item> items) {
        if (userId > 100) {
            throw new UnknownUser(userId);
        }
        Order order = new Order(orders.size() + 1L, userId, "PENDING", new BigDecimal("12.50"), Instant.now(), items);
        orders.add(order);
        return order;
    }

    @Override
    public void remove(long id) {
        orders.removeIf(order -> order.id() == id);
    }

    @Override
    public void created(Order order) {
        if (streamDown) {
            throw new redis.clients.jedis.exceptions.JedisConnectionException("Failed to connect");
        }
        published.add(order);
    }

    @Override
    public List<Product> all() {
        return List.of(new Product("SKU-1", "Mug", "", new BigDecimal("10.00"), 15));
    }

    @Override
    public Optional<Product> find(String sku) {
        return all().stream().filter(product -> product.sku().equals(sku)).findFirst();
    }

    @Override
    public List<Product> onOffer() {
        offersAsked++;
        return all();
    }

    @Override
    public List<Invoice> ofCustomer(String reference, int limit) {
        searches.add("customer " + reference);
        return List.of(new Invoice(7, "0000400001", reference, null, LocalDate.of(2024, 2, 29), 990, "EUR", "PAID"));
    }

    @Override
    public List<Invoice> ofPurchaseOrder(String purchaseOrder, int limit) {
        searches.add("purchase order " + purchaseOrder);
        return List.of();
    }

    @Override
    public List<Invoice> withSequenceNumber(String sequenceNumber) {
        searches.add("sequence " + sequenceNumber);
        return List.of();
    }

    @Override
    public void add(Upload upload) throws SQLException {
        reach();
        uploads.put(upload.id(), upload);
    }

    @Override
    public Optional<Upload> find(UUID id) {
        return Optional.ofNullable(uploads.get(id));
    }

    @Override
    public boolean remove(UUID id) {
        return uploads.remove(id) != null;
    }
}
