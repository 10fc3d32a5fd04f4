# The history, oldest first; sourced by make-repository.sh. Four people have worked on the shop:
# Mara Lindqvist (back end), Tomasz Wieczorek (data), Aiko Brandt (front end), Joel Okonkwo (operations).
java=src/main/java/shop
api=$java/api
grown=($java/Api.java $api/{ApiServer,ApiSettings,Failures,StatusRoutes,Catalogue,CatalogueRoutes,OrderRoutes}.java
    $java/data/{Pools,Product,Products,PostgresProducts}.java web/js/main.js web/index.html etc/shop.properties)

take pom.xml .gitignore src/main/resources $java/config $java/Launch.java $java/observe $java/Api.java
take $java/data/{Pools,User,Users,PostgresUsers}.java $api/{ApiServer,ApiSettings,ApiError,Failures,Json,RequestTrace,StatusRoutes,UserRoutes}.java
take etc/shop.properties
shared orders events products badge invoices uploads cors ready
commit "Mara Lindqvist" 1094 10:12:40 "Start the shop with users"

take db/postgres/V1__users.sql $java/Migrate.java
commit "Tomasz Wieczorek" 1093 15:31:07 "Create the schema with Flyway"

take web/index.html web/icon.svg web/styles.css web/js/{main,dom,api}.js web/js/views/today.js
shared orders events products badge invoices uploads cors ready
commit "Aiko Brandt" 1088 09:04:55 "Add the page with the users created today"

take db/postgres/V2__products.sql $java/data/{Cents,Product,Products,PostgresProducts}.java $api/{Catalogue,CatalogueRoutes,BoundedCache}.java
shared orders events badge invoices uploads cors ready
commit "Mara Lindqvist" 1080 11:45:30 "Add the catalogue"

edited 's/created_at DESC, id DESC/created_at DESC/' $java/data/PostgresOrders.java
edited 's/MOST_PER_PAGE = 100/MOST_PER_PAGE = 1000/; s/, or the page is too far back//; /What a page skips/d; /MOST_SKIPPED = /d; /if \(paging.offset/,/^        }/d' $api/Paging.java
take db/postgres/V3__orders.sql $java/data/{Order,Orders}.java $api/OrderRoutes.java web/js/views/{orders,checkout}.js
shared events badge invoices uploads cors ready
commit "Mara Lindqvist" 1071 16:48:21 "Take orders and show their history"

edited '/RestartPreventExitStatus/d; /^# 78/d; s/^Restart=.*/Restart=always/; /StartLimit/d' systemd/shop-api@.service
edited '/^KEPT_RELEASES/d; /^remove_old_releases\(\) /,/^}/d; /^remove_old_releases/d; / The last \$KEPT/s/ The last .*kept\. / /' bin/deploy
take bin/{await-http,build} systemd/shop-migrate.service etc/{api.env,worker.env,api-8081.properties,api-8082.properties}
commit "Joel Okonkwo" 1052 13:55:18 "Run under systemd, one unit per instance"

edited '/Idle connections die/d; /setTestOnBorrow/d' $java/stream/RedisOrderEvents.java
take $java/stream/{OrderEvents,StreamSettings}.java $java/worker $java/Worker.java db/postgres/V4__fulfilments.sql
edited '/RestartPreventExitStatus/d; /^# 78/d; s/^Restart=.*/Restart=always/; /StartLimit/d' systemd/shop-worker.service
take etc/worker.properties
shared badge invoices uploads cors ready
commit "Tomasz Wieczorek" 1040 11:20:02 "Fulfil orders in a worker

The API got slow when the warehouse was slow. Orders now go through a stream, and the worker
acknowledges an event only when its order is committed, so that none is lost."

take $java/stream
commit "Tomasz Wieczorek" 961 08:50:44 "Survive a restart of the stream

The first order after it failed on a connection that was dead already."

take db/postgres/V5__orders_by_creation.sql $java/data/PostgresOrders.java
commit "Tomasz Wieczorek" 811 08:15:30 "Index orders by creation

The first page of the history sorted the whole table. Orders of the same moment now keep their
order, too."

take db/mysql $java/data/{Invoice,Invoices,MysqlInvoices}.java $api/InvoiceRoutes.java web/js/views/invoices.js
shared badge uploads cors ready
commit "Mara Lindqvist" 730 14:02:11 "Search invoices

They come from the old billing system and stay in MySQL. Their numbers are text: the old ones
have leading zeros, credit notes have letters."

edited '/^    \/\*\* Reads on for a while/,/^    }/d; s/throw tooLarge\(body\)/throw new ApiError(413, "The file is too large")/; /private static String readable/,/^    }/d' $api/UploadRoutes.java
take db/postgres/V6__uploads.sql $java/data/{Upload,Uploads,PostgresUploads}.java $api/FileStore.java web/js/views/files.js
shared badge cors ready
commit "Mara Lindqvist" 545 17:26:39 "Let customers send files up to 10 MB"

take $api/Cors.java
shared badge ready
commit "Aiko Brandt" 540 09:41:03 "Allow the front end's origin to use the API"

take $api/UploadRoutes.java
commit "Mara Lindqvist" 533 10:11:27 "Say why an upload is refused

Browsers were still sending when the answer came, and showed a broken connection instead."

take $api/Readiness.java $java/data/SchemaProbe.java
shared badge
commit "Joel Okonkwo" 402 12:09:56 "Tell HAProxy whether the databases answer

An instance that could not reach MySQL stayed in the rotation for an hour."

take db/postgres/V7__discounts.sql web/js/badge.js
shared
commit "Aiko Brandt" 318 15:50:12 "Show a badge with today's offer"

take $java/shoppers $java/Shoppers.java systemd/shop-shoppers.service etc/{shoppers.properties,shoppers.env}
commit "Joel Okonkwo" 203 10:58:27 "Add synthetic shoppers"

take systemd
commit "Joel Okonkwo" 176 07:32:19 "Do not start again what cannot start

A bad value in shop.properties kept both instances restarting until the disk was full of logs."

take db/postgres/V8__users_by_creation.sql db/postgres/V9__order_status.sql $api/Paging.java
commit "Tomasz Wieczorek" 97 09:33:48 "Index users by creation, orders by user; check the status of orders

Pages of more than 100 orders are refused, and so are those that skip more than 1,000: nobody
reads them, and they were slow."

take bin/deploy
commit "Joel Okonkwo" 41 14:27:50 "Keep the last five releases only"

take src/test README.md
rm -r src/test/java/shop/box
commit "Mara Lindqvist" 12 16:17:05 "Describe how to build, configure and roll out"
