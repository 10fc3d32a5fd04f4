s/Clock.systemUTC(), //
s/Clock clock, //
/private final Clock clock;/d
/this.clock = clock;/d
/byVisitor;/d
/this.byVisitor/d
/gauge("offers"/d
s/, with caches in front/, with a cache in front/
s/Products, prices and what is on offer/Products and prices/
/What one visitor is shown/,/record Offers/d
/Offers offersFor/,/^    }/d
/The price that is asked today/d
s/BigDecimal percent = .*//
s/return product.price().multiply(percent).*/return product.price();/
/ANYBODY/d
/\/api\/badge/d
/private record Badge/d
/The badge differs/d
/private void badge/,/^    }/d
/private static String text/,/^    }/d
/onOffer() throws SQLException;/d
/@Override/{N;/onOffer/{N;N;N;d}}
s/, int discount) {}/) {}/
/@param discount/d
s/, discount FROM/ FROM/
s/, rows.getInt(5)//
/badge/d
/Badge/d
