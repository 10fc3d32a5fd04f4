package shop.worker;

import java.util.Map;

/** An entry of the stream. */
record Event(String id, Map<String, String> fields) {}
