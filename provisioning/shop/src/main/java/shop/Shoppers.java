package shop;

import shop.shoppers.ShopperProcess;

/** Main program of the synthetic shoppers. Arguments: configuration files, a later one overrides an earlier one. */
public final class Shoppers {
    private Shoppers() {}

    public static void main(String[] arguments) {
        Launch.launch("Shoppers", arguments, ShopperProcess::run);
    }
}
