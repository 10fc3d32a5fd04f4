/^            Products products,/d
/new PostgresProducts(shop),/d
/Catalogue/d
/most entries per cache/d
/cacheEntries/d
/cache.max-entries/d
