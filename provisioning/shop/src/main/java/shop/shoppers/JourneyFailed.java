package shop.shoppers;

/** A shopper did not get what was wanted. */
final class JourneyFailed extends Exception {
    JourneyFailed(String message) {
        super(message);
    }
}
