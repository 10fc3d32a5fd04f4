s/, OrderEvents events//
/OrderEvents events/d
/StreamSettings/d
/RedisOrderEvents/d
/"stream"/d
/events.close/d
/^                events,/d
s/, events)/)/
s/, backing.events()//
s/, OrderEvents events//
/private final OrderEvents/d
/this.events = events/d
/publish(order);/d
/An order that fulfilment never hears of/,/^    }/d
/app.exception(JedisException/,/});/d
/^# Order events/,/^$/d
