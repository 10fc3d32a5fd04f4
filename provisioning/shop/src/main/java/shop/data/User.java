package shop.data;

import java.time.Instant;

public record User(long id, String name, String email, Instant createdAt) {}
