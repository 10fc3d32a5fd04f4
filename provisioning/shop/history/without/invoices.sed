/^            Invoices invoices,/d
/new MysqlInvoices(billing),/d
/new InvoiceRoutes/d
/HikariDataSource billing/d
/billing.close/d
/probes.put("mysql"/d
/views\/invoices.js/d
s/ invoices,//
s/, invoices//
/#\/invoices/d
/public static HikariDataSource mysql/,/^    }/d
s/ and {@code db.mysql.\*}//
s/keys {@code/keys {@code/
/^# Customers' invoices/,/^$/d
