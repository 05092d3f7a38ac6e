package io.weir.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.Asset;
import io.weir.domain.Party;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EthereumEtlTest {
  private static final String ALICE = "0x" + "a1".repeat(20);
  private static final String BOB = "0x" + "b2".repeat(20);
  private static final String CREATED = "0x" + "c3".repeat(20);
  private static final String TOKEN = "0x" + "70".repeat(20);
  private static final BigInteger MAX_UINT256 = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

  private final Lines lines = Lines.ofFixture(TransferFormats.ETHEREUM_ETL, "ethereum-etl.jsonl");

  @Test
  void shouldReadEveryLineWhenTheExportIsSound() {
    assertThat(lines.refused()).isEmpty();
    assertThat(lines.transfers())
        .extracting(Transfer::transferId)
        .containsExactly(
            "eip155:1:0x01",
            "eip155:1:0x02",
            "eip155:1:0x03",
            "eip155:1:0x04:9",
            "eip155:1:0x04:10",
            "eip155:1:0x05:0");
  }

  @Test
  void shouldReadATransactionAsATransferOfTheCoin() {
    Transfer transfer = lines.transfers().get(0);

    BigInteger five = BigInteger.valueOf(5);
    assertThat(transfer.senders()).containsExactly(Party.of(ALICE, five));
    assertThat(transfer.receivers()).containsExactly(Party.of(BOB, five));
    assertThat(transfer.amount()).isEqualTo(five);
    assertThat(transfer.asset()).isEqualTo(Asset.coin("ETH", 18));
    assertThat(transfer.chain()).isEqualTo("eip155:1");
    assertThat(transfer.txHash()).isEqualTo("0x01");
    assertThat(transfer.position()).isEmpty();
    assertThat(transfer.blockNumber()).hasValue(100);
    assertThat(transfer.blockHash()).hasValue("0xb10c");
    assertThat(transfer.occurredAt()).isEqualTo(Instant.parse("2023-05-02T12:19:59Z"));
    assertThat(transfer.status()).isEqualTo(TransferStatus.CONFIRMED);
    assertThat(transfer.attributes()).isEmpty();
  }

  @Test
  void shouldReceiveAtTheNewContractWhenATransactionCreatesOne() {
    assertThat(lines.transfers().get(1).receivers())
        .containsExactly(Party.of(CREATED, BigInteger.ZERO));
  }

  @Test
  void shouldKeepAFailedTransactionAndSayThatItFailed() {
    Transfer failed = lines.transfers().get(2);

    assertThat(failed.receivers()).isEmpty();
    assertThat(failed.status()).isEqualTo(TransferStatus.CONFIRMED);
    assertThat(failed.attributes()).isEqualTo(Map.of("receipt_status", "0"));
  }

  @Test
  void shouldReadATokenTransferByItsContract() {
    Transfer transfer = lines.transfers().get(3);

    assertThat(transfer.asset()).isEqualTo(new Asset("", Optional.of(TOKEN), OptionalInt.empty()));
    assertThat(transfer.position()).isEqualTo(OptionalLong.of(9));
  }

  @Test
  void shouldKeepEveryDigitWhenAValueIsTheLargestUint256() {
    Transfer number = lines.transfers().get(3);
    Transfer text = lines.transfers().get(4);

    assertThat(List.of(number.amount(), text.amount())).containsOnly(MAX_UINT256);
    assertThat(number.senders()).containsExactly(Party.of(ALICE, MAX_UINT256));
  }

  @Test
  void shouldKeepTheZeroAddressWhenATokenIsMinted() {
    assertThat(lines.transfers().get(5).senders())
        .extracting(Party::address)
        .containsExactly("0x" + "0".repeat(40));
  }

  @Test
  void shouldSkipWhatIsNoTransfer() {
    assertThat(lines.skipped())
        .containsExactly(
            new IngestLine.Skipped(7, "type block"),
            new IngestLine.Skipped(8, "type log"),
            new IngestLine.Skipped(9, "type trace"));
  }

  @Test
  void shouldNameTheChainThatItWasGiven() {
    Transfer transfer =
        Lines.of(
                TransferFormats.ETHEREUM_ETL.format("eip155:56"),
                Lines.class.getResourceAsStream("/fixtures/ingest/ethereum-etl.jsonl"))
            .transfers()
            .get(0);

    assertThat(transfer.transferId()).isEqualTo("eip155:56:0x01");
    assertThat(transfer.asset().symbol()).isEqualTo("BNB");
  }

  @Test
  void shouldLeaveTheSymbolEmptyWhenTheCoinOfAChainIsNotKnown() {
    Transfer transfer =
        Lines.of(
                TransferFormats.ETHEREUM_ETL.format("eip155:999999"),
                Lines.class.getResourceAsStream("/fixtures/ingest/ethereum-etl.jsonl"))
            .transfers()
            .get(0);

    assertThat(transfer.asset()).isEqualTo(new Asset("", Optional.empty(), OptionalInt.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "value": 5  | "value": 5.0   | value           | floating-point
          "value": 5  | "value": 1e18  | value           | floating-point
          "value": 5  | "value": "1e18"| value           | "1e18"; expected an integer
          "value": 5  | "value": "0x5" | value           | expected an integer
          "value": 5  | "value": ""    | value           | expected an integer
          "value": 5  | "value": -5    | value           | none below zero
          "value": 5  | "value": null  | value           | is missing
          "value": 5  | "value": [5]   | value           | expected an integer
          "block_number": 100 | "block_number": null | block_number | is missing
          "block_number": 100 | "block_number": 18446744073709551616 | block_number | between 0 and
          1683029999  | 1683029999000  | block_timestamp | not in the years
          1683029999  | null           | block_timestamp | is missing
          1683029999  | "yesterday"    | block_timestamp | not a time
          1683029999  | 1683029999.5   | block_timestamp | whole seconds
          1683029999  | 99999999999999999999999 | block_timestamp | not a time
          "hash": "0x01" | "hash": ""  | hash            | is empty
          "hash": "0x01" | "hash": 1   | hash            | expected a text
          transaction | transfer       | type            | expected token_transfer or transaction
          "type"      | "kind"         | type            | is missing
          "from_address" | "from"      | from_address    | is missing
          """)
  void shouldRefuseALineAndNameTheFieldWhenItIsWrong(
      String sound, String wrong, String field, String reason) {
    String line =
        """
        {"type": "transaction", "hash": "0x01", "from_address": "0xa1", "to_address": "0xb2", \
        "value": 5, "block_timestamp": 1683029999, "block_number": 100, "block_hash": "0xb10c"}\
        """;
    assertThat(line).contains(sound);
    assertThat(Lines.ofText(TransferFormats.ETHEREUM_ETL, line).onlyTransfer()).isNotNull();
    String bad = line.replaceFirst(Pattern.quote(sound), wrong);

    IngestLine.Refused refused =
        Lines.ofText(TransferFormats.ETHEREUM_ETL, "\n\n" + bad).onlyRefusal();

    assertThat(refused.number()).isEqualTo(3);
    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.reason()).contains(reason);
    assertThat(refused.raw()).isEqualTo(bad);
  }

  @Test
  void shouldRefuseAValueWhenItHasMoreDigitsThanTheSchemaHolds() {
    String line =
        "{\"type\": \"transaction\", \"hash\": \"0x01\", \"from_address\": \"0xa1\", \"value\": %s,"
            + " \"block_timestamp\": 1683029999, \"block_number\": 100}";
    String largest = "9".repeat(78);
    String tooLarge = "1" + "0".repeat(78);

    assertThat(
            Lines.ofText(TransferFormats.ETHEREUM_ETL, line.formatted(largest))
                .onlyTransfer()
                .amount())
        .isEqualTo(new BigInteger(largest));
    assertThat(
            Lines.ofText(TransferFormats.ETHEREUM_ETL, line.formatted(tooLarge))
                .onlyRefusal()
                .field())
        .isEqualTo("value");
    assertThat(
            Lines.ofText(TransferFormats.ETHEREUM_ETL, line.formatted('"' + tooLarge + '"'))
                .onlyRefusal()
                .field())
        .isEqualTo("value");
  }
}
