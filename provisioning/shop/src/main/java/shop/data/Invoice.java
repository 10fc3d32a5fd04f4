package shop.data;

import java.time.LocalDate;

public record Invoice(long id, String sequenceNumber, String customerReference, String purchaseOrder,
        LocalDate issuedOn, long amountCents, String currency, String status) {}
