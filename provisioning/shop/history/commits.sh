# The history, oldest first; sourced by make-repository.sh. Four people have worked on the shop:
# Mara Lindqvist (back end), Tomasz Wieczorek (data), Aiko Brandt (front end), Joel Okonkwo (operations).
java=src/main/java/shop

take pom.xml .gitignore $java/config $java/Launch.java
take $java/observe $java/Api.java src/main/resources
take $java/data/{Pools,User,Users,PostgresUsers}.java $java/api/{ApiServer,ApiSettings,ApiError,Failures,Json,RequestTrace,StatusRoutes,UserRoutes}.java
commit "Mara Lindqvist" 1094 10:12:40 "Start the shop with users"

take db/postgres/V1__users.sql $java/Migrate.java
commit "Tomasz Wieczorek" 1093 15:31:07 "Create the schema with Flyway"

take web/index.html web/icon.svg web/styles.css web/js/{main,dom,api}.js web/js/views/today.js
commit "Aiko Brandt" 1088 09:04:55 "Add the page with the users created today"

take db/postgres/V2__orders.sql $java/data/{Cents,Order,Orders,PostgresOrders}.java $java/api/{OrderRoutes,Paging}.java web/js/views/orders.js
commit "Mara Lindqvist" 1071 16:48:21 "Take orders and show their history"

take $java/stream $java/worker $java/Worker.java db/postgres/V3__fulfilments.sql
commit "Tomasz Wieczorek" 1040 11:20:02 "Fulfil orders in a worker

The API got slow when the warehouse was slow. Orders now go through a stream, and the worker
acknowledges an event only when its order is committed, so that none is lost."

take bin/{await-http,build,deploy} systemd etc/{api,worker,shoppers}.env
commit "Joel Okonkwo" 1012 13:55:18 "Run under systemd, one unit per instance"

take db/postgres/V4__products.sql $java/data/{Product,Products,PostgresProducts}.java $java/api/{Catalogue,CatalogueRoutes,BoundedCache}.java web/js/views/checkout.js
commit "Aiko Brandt" 902 10:37:44 "Add products and a checkout"

take db/postgres/V5__orders_by_creation.sql
commit "Tomasz Wieczorek" 811 08:15:30 "Index orders by creation

The first page of the history sorted the whole table."

take db/mysql $java/data/{Invoice,Invoices,MysqlInvoices}.java $java/api/InvoiceRoutes.java web/js/views/invoices.js
commit "Mara Lindqvist" 730 14:02:11 "Search invoices

They come from the old billing system and stay in MySQL. Their numbers are text: the old ones
have leading zeros, credit notes have letters."

take db/postgres/V6__uploads.sql $java/data/{Upload,Uploads,PostgresUploads}.java $java/api/{FileStore,UploadRoutes}.java web/js/views/files.js
commit "Mara Lindqvist" 545 17:26:39 "Let customers send files up to 10 MB"

take $java/api/Cors.java
commit "Aiko Brandt" 540 09:41:03 "Allow the front end's origin to use the API"

take $java/api/Readiness.java
commit "Joel Okonkwo" 402 12:09:56 "Tell HAProxy whether the databases answer

An instance that could not reach MySQL stayed in the rotation for an hour."

take db/postgres/V7__discounts.sql web/js/badge.js
commit "Aiko Brandt" 318 15:50:12 "Show a badge with today's offer"

take $java/shoppers $java/Shoppers.java
commit "Joel Okonkwo" 203 10:58:27 "Add synthetic shoppers"

take db/postgres/V8__users_by_creation.sql db/postgres/V9__order_status.sql
commit "Tomasz Wieczorek" 97 09:33:48 "Index users by creation, orders by user; check the status of orders"

take etc src/test README.md
commit "Mara Lindqvist" 12 16:17:05 "Describe how to build, configure and roll out"
