package shop.shoppers;

import java.util.List;

/** What a shopper does from entering to leaving. The steps run in order, with a pause before each. */
record Journey(String name, List<Step> steps) {
    @FunctionalInterface
    interface Step {
        /** @throws JourneyFailed ends the journey */
        void run() throws JourneyFailed;
    }
}
