package shop.data;

import java.util.UUID;

/** What is known of a customer's file; its bytes are in the uploads directory, named by the id. */
public record Upload(UUID id, String name, long size, String sha256) {}
