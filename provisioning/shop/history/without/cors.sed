/[Cc]ors/d
/allowedOrigins/d
/^# Origins of the front end/,/^$/d
