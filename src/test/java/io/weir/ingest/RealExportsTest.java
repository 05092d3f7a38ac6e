package io.weir.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.weir.domain.Party;
import io.weir.domain.Transfer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as the tools really write them; counts and sums were taken from them by other means. */
class RealExportsTest {
  private static final String TOKEN_TRANSFERS = "ethereum-etl-17173049-token_transfers.jsonl";
  private static final String TRANSACTIONS = "ethereum-etl-17173049-transactions.jsonl";

  /** The first "value" of a line; in these files it is the only one. */
  private static final Pattern VALUE = Pattern.compile("\"value\": ([0-9]+)[,}]");

  @Test
  void shouldReadEveryTokenTransfer() {
    List<Transfer> transfers = read(TransferFormats.ETHEREUM_ETL.format(), TOKEN_TRANSFERS);

    assertThat(transfers).hasSize(291);
    assertThat(count(transfers, amount -> amount.compareTo(BigInteger.TWO.pow(53)) > 0))
        .isEqualTo(179);
    assertThat(count(transfers, amount -> amount.compareTo(BigInteger.TWO.pow(63)) > 0))
        .isEqualTo(80);
    assertThat(count(transfers, amount -> amount.signum() == 0)).isEqualTo(3);
    assertThat(sum(transfers)).isEqualTo("18038949443500091328294109550989");
    String zero = "0x" + "0".repeat(40);
    assertThat(transfers)
        .filteredOn(transfer -> transfer.senders().get(0).address().equals(zero))
        .hasSize(12);
    assertThat(transfers)
        .filteredOn(transfer -> transfer.receivers().get(0).address().equals(zero))
        .hasSize(3);
    assertThat(transfers).extracting(Transfer::transferId).doesNotHaveDuplicates();
  }

  @Test
  void shouldReadEveryTransaction() {
    List<Transfer> transfers = read(TransferFormats.ETHEREUM_ETL.format(), TRANSACTIONS);

    assertThat(transfers).hasSize(298);
    assertThat(sum(transfers)).isEqualTo("82692008376751083333");
    assertThat(count(transfers, amount -> amount.signum() == 0)).isEqualTo(163);
    assertThat(transfers)
        .filteredOn(transfer -> "0".equals(transfer.attributes().get("receipt_status")))
        .hasSize(9);
    assertThat(transfers)
        .filteredOn(
            transfer ->
                transfer
                    .receivers()
                    .get(0)
                    .address()
                    .equals("0x303abf64fe75964565d2b44b9e4518e6126f1f0e"))
        .extracting(Transfer::txHash)
        .containsExactly("0xf9e4ca8a940bd7f192dd12e75b32938f187e8098a41817a8e611448e22cca9cc");
    assertThat(transfers).extracting(Transfer::transferId).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {TOKEN_TRANSFERS, TRANSACTIONS})
  void shouldKeepEveryDigitOfEveryValue(String file) throws IOException {
    List<Transfer> transfers = read(TransferFormats.ETHEREUM_ETL.format(), file);
    List<String> values;
    try (BufferedReader reader = Files.newBufferedReader(shared(file))) {
      values =
          reader.lines().map(VALUE::matcher).filter(Matcher::find).map(m -> m.group(1)).toList();
    }

    assertThat(transfers).extracting(transfer -> transfer.amount().toString()).isEqualTo(values);
  }

  @Test
  void shouldReadBitcoinThatWasNotEnriched() {
    List<Transfer> transfers =
        read(TransferFormats.BITCOIN_ETL.format(), "bitcoin-etl-bitcoin-transactions.json");

    assertThat(transfers).hasSize(4);
    assertThat(transfers)
        .extracting(transfer -> transfer.attributes().get("inputs_without_address"))
        .containsExactly(null, "2", "1", null);
    assertThat(transfers)
        .extracting(transfer -> transfer.receivers().get(0).address())
        .containsExactly(
            "1PkqKGbNLDdDJGveCcNUMV9CEFH77ADrPQ",
            "1HaHTfmvoUW6i6nhJf8jJs6tU4cHNmBQHQ",
            "1HaHTfmvoUW6i6nhJf8jJs6tU4cHNmBQHQ",
            "1CvMvWyKJvfg6wQSGdHraoJ7NFu8KaTL1u");
    assertThat(sum(transfers)).isEqualTo("25000000000");
  }

  @Test
  void shouldReadDogecoin() {
    List<Transfer> transfers =
        read(
            TransferFormats.BITCOIN_ETL.format("bip122:1a91e3dace36e2be3bf030a65679fe82"),
            "bitcoin-etl-dogecoin-transactions.json");

    assertThat(transfers)
        .extracting(transfer -> transfer.receivers().size())
        .containsExactly(1, 2, 2, 11, 2, 2);
    assertThat(transfers).allMatch(transfer -> transfer.asset().symbol().equals("DOGE"));
  }

  @Test
  void shouldReadShieldedZcash() {
    List<Transfer> transfers =
        read(
            TransferFormats.BITCOIN_ETL.format("bip122:00040fe8ec8471911baa1db1266ea15d"),
            "bitcoin-etl-zcash-transactions.json");

    assertThat(transfers).hasSize(4);
    Transfer shielding = transfers.get(1);
    // A transparent input of an export that was not enriched.
    assertThat(shielding.senders()).containsExactly(Party.of(""));
    assertThat(shielding.receivers()).isEmpty();
    assertThat(shielding.amount()).isEqualTo(20_240_000);
    Transfer deshielding = transfers.get(2);
    assertThat(deshielding.senders()).isEmpty();
    assertThat(deshielding.receivers())
        .containsExactly(
            Party.of("t1RtsquCaFV2Bg11XU7QbxrzaEduMo6XiS4", BigInteger.valueOf(57_000_000)));
    assertThat(transfers.get(3).receivers()).hasSize(3);
  }

  @Test
  void shouldReadTwoTransfersOfOneTronTransaction() {
    List<Transfer> transfers =
        read(TransferFormats.TRONGRID.format(), "trongrid-two-in-one-tx.json");

    assertThat(transfers)
        .extracting(Transfer::txHash)
        .hasSize(2)
        .containsOnly("7372016ffe9b3591e25283ffe300a22fb97ef2fd10be0671fe040cdf2da60135");
    assertThat(transfers).extracting(Transfer::transferId).doesNotHaveDuplicates();
    assertThat(transfers)
        .extracting(Transfer::amount)
        .containsExactly(new BigInteger("10933000000"), new BigInteger("1500000"));
  }

  @Test
  void shouldReadBackEveryRealTransferFromItsOwnJson() {
    List<Transfer> transfers = read(TransferFormats.ETHEREUM_ETL.format(), TOKEN_TRANSFERS);
    String json = String.join("\n", transfers.stream().map(TransferJson::line).toList());

    assertThat(Lines.ofText(TransferFormats.JSON, json).transfers()).isEqualTo(transfers);
  }

  private static List<Transfer> read(TransferFormat format, String file) {
    try (InputStream in = Files.newInputStream(shared(file))) {
      Lines lines = Lines.of(format, in);
      assertThat(lines.refused()).isEmpty();
      assertThat(lines.skipped()).isEmpty();
      return lines.transfers();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path shared(String file) {
    Path path = Path.of("..", "shared", "data", "transfers", file);
    assumeTrue(Files.exists(path), "no shared data beside this clone");
    return path;
  }

  private static long count(List<Transfer> transfers, Predicate<BigInteger> amounts) {
    return transfers.stream().map(Transfer::amount).filter(amounts).count();
  }

  private static String sum(List<Transfer> transfers) {
    return transfers.stream()
        .map(Transfer::amount)
        .reduce(BigInteger.ZERO, BigInteger::add)
        .toString();
  }
}
