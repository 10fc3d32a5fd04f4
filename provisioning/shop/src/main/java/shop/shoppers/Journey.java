package shop.shoppers;

import java.util.List;

/** What a shopper does from entering to leaving. The steps run in order, with a pause before each. */
record Journey(String name, List<Step> steps) {
    @FunctionalInterface
    interface Step {
        /** @throws JourneyFailed ends the journey */
        void run() throws JourneyFailed;

        /** Whether the shopper has what this step is for already; it is left out then, together with its pause. */
        default boolean needless() {
            return false;
        }
    }
}
