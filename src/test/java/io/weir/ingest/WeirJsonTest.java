package io.weir.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.Asset;
import io.weir.domain.Direction;
import io.weir.domain.Party;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeirJsonTest {
  private static final String LEAST =
      """
      {"transfer_id": "x", "chain": "bitcoin", "tx_hash": "02", "occurred_at": 1683029999123, \
      "asset": {"symbol": "BTC"}, "amount": 1, "senders": [{"address": "1Alice"}]}\
      """;

  private final Lines lines = Lines.ofFixture(TransferFormats.JSON, "weir.jsonl");

  @Test
  void shouldReadEveryField() {
    BigInteger max = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    assertThat(lines.transfers().get(0))
        .isEqualTo(
            new Transfer(
                "eip155:1:0x01:3",
                "eip155:1",
                "0x01",
                OptionalLong.of(3),
                OptionalLong.of(100),
                Optional.of("0xb10c"),
                Instant.parse("2023-05-02T12:19:59Z"),
                Direction.WITHDRAWAL,
                TransferStatus.PENDING,
                List.of(Party.of("0x" + "a1".repeat(20), max)),
                List.of(Party.of("0x" + "b2".repeat(20), max)),
                Optional.of("0x" + "c3".repeat(20)),
                new Asset("USDT", Optional.of("0x" + "70".repeat(20)), OptionalInt.of(6)),
                max,
                Optional.of(new BigDecimal("1250.50")),
                Optional.of("acct-7"),
                Map.of("desk", "otc")));
  }

  @Test
  void shouldTakeDefaultsWhenOptionalFieldsAreAbsent() {
    Transfer transfer = lines.transfers().get(1);

    assertThat(transfer.direction()).isEqualTo(Direction.UNKNOWN);
    assertThat(transfer.status()).isEqualTo(TransferStatus.CONFIRMED);
    assertThat(transfer.position()).isEmpty();
    assertThat(transfer.senders()).isEmpty();
    assertThat(transfer.occurredAt()).isEqualTo(Instant.ofEpochMilli(1683029999123L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "amount": 1 | "ammount": 1        | ammount           | did you mean amount?
          "senders"   | "sender"            | sender            | did you mean senders?
          "address"   | "adress"            | senders[0].adress | did you mean address?
          "symbol"    | "zzz"               | asset.zzz         | is not a field
          "amount": 1 | "amount": 1.0       | amount            | floating-point
          "amount": 1 | "amount": "01"      | amount            | expected an integer
          "amount": 1 | "amount": null      | amount            | is missing
          {"symbol": "BTC"} | "BTC"         | asset             | expected an object
          {"symbol": "BTC"} | {}            | asset.symbol      | is missing
          "1Alice"    | ""                  | senders[0].address | is empty
          {"address": "1Alice"} | "1Alice"  | senders[0]        | expected an object
          "x"         | ""                  | transfer_id       | is empty
          1683029999123 | "2023-05-02"      | occurred_at       | not a time
          "amount": 1 | "amount": 1, "direction": "withdrawal" | direction | expected one of [UNKNOWN, DEPOSIT, WITHDRAWAL, INTERNAL]
          "amount": 1 | "amount": 1, "value_usd": "1.234" | value_usd | two decimals at most
          "amount": 1 | "amount": 1, "value_usd": 1e999999999 | value_usd | two decimals at most
          "amount": 1 | "amount": 1, "value_usd": -1 | value_usd | two decimals at most
          "amount": 1 | "amount": 1, "attributes": {"a": 1} | attributes.a | expected a text
          "amount": 1 | "amount": 1, "amount": 2 | '' | is not valid JSON
          "amount": 1 | "amount": 1, "position": -1 | position | none below zero
          """)
  void shouldRefuseALineAndNameTheFieldWhenItIsWrong(
      String sound, String wrong, String field, String reason) {
    assertThat(LEAST).contains(sound);
    assertThat(Lines.ofText(TransferFormats.JSON, LEAST).onlyTransfer()).isNotNull();

    IngestLine.Refused refused =
        Lines.ofText(TransferFormats.JSON, LEAST.replace(sound, wrong)).onlyRefusal();

    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.reason()).contains(reason);
  }

  @Test
  void shouldReadDollarsExactly() {
    assertThat(dollars("12.5")).isEqualTo("12.50");
    assertThat(dollars("\"0.07\"")).isEqualTo("0.07");
    assertThat(dollars("3")).isEqualTo("3.00");
  }

  private static String dollars(String json) {
    String line = LEAST.replace("\"amount\": 1", "\"amount\": 1, \"value_usd\": " + json);
    return Lines.ofText(TransferFormats.JSON, line)
        .onlyTransfer()
        .valueUsd()
        .orElseThrow()
        .toPlainString();
  }
}
