/^            Orders orders,/d
/new PostgresOrders(shop),/d
/new OrderRoutes/d
/views\/orders.js/d
s/ orders,//
/#\/orders/d
/views\/checkout.js/d
s/ checkout,//
/#\/checkout/d
