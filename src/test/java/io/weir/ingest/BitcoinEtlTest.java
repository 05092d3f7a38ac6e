package io.weir.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.Asset;
import io.weir.domain.Party;
import io.weir.domain.Transfer;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BitcoinEtlTest {
  private static final String BITCOIN = "bip122:000000000019d6689c085ae165831e93";

  private final Lines lines = Lines.ofFixture(TransferFormats.BITCOIN_ETL, "bitcoin-etl.jsonl");

  @Test
  void shouldHaveNoSenderWhenACoinbaseHasNoInput() {
    Transfer coinbase = lines.transfers().get(0);

    assertThat(coinbase.transferId()).isEqualTo(BITCOIN + ":01");
    assertThat(coinbase.senders()).isEmpty();
    assertThat(coinbase.receivers()).containsExactly(party("1Miner", 5_000_000_000L));
    assertThat(coinbase.asset()).isEqualTo(Asset.coin("BTC", 8));
    assertThat(coinbase.position()).isEmpty();
    assertThat(coinbase.attributes()).isEmpty();
  }

  @Test
  void shouldMakeAPartyOfEveryInputAndOutput() {
    Transfer transfer = lines.transfers().get(1);

    assertThat(transfer.senders()).containsExactly(party("1Alice", 30), party("1Bob", 12));
    assertThat(transfer.receivers()).containsExactly(party("1Carol", 40), party("1Alice", 1));
    assertThat(transfer.amount()).isEqualTo(41);
    assertThat(transfer.attributes()).isEmpty();
  }

  @Test
  void shouldMakeAPartyOfEveryKeyWithoutAShareWhenAnOutputHasSeveral() {
    Transfer multisig = lines.transfers().get(2);

    assertThat(multisig.receivers())
        .containsExactly(Party.of("1Key1"), Party.of("1Key2"), Party.of("1Key3"));
    assertThat(multisig.amount()).isEqualTo(9);
  }

  @Test
  void shouldLeaveOutMadeUpAddressesAndCountThem() {
    Transfer transfer = lines.transfers().get(3);

    assertThat(transfer.receivers()).containsExactly(party("1Bob", 1));
    assertThat(transfer.attributes()).isEqualTo(Map.of("outputs_without_address", "1"));
    assertThat(transfer.amount()).isEqualTo(9);
  }

  @Test
  void shouldLeaveARoomForTheSenderThatAnExportWithoutEnrichmentDoesNotName() {
    Transfer transfer = lines.transfers().get(4);

    assertThat(transfer.senders()).containsExactly(Party.of(""));
    assertThat(transfer.attributes()).isEqualTo(Map.of("inputs_without_address", "1"));
  }

  @Test
  void shouldKeepATransferWithoutAnyPartyWhenAllOfItIsShielded() {
    Transfer shielded = lines.transfers().get(5);

    assertThat(shielded.senders()).isEmpty();
    assertThat(shielded.receivers()).isEmpty();
    assertThat(shielded.attributes())
        .isEqualTo(Map.of("inputs_without_address", "1", "outputs_without_address", "1"));
  }

  @Test
  void shouldSkipABlock() {
    assertThat(lines.skipped()).containsExactly(new IngestLine.Skipped(7, "type block"));
    assertThat(lines.refused()).isEmpty();
  }

  @Test
  void shouldNameTheOutputWhenItsValueIsMissing() {
    IngestLine.Refused refused =
        refusal(
            """
            {"hash": "01", "block_number": 1, "block_timestamp": 1, "inputs": [], \
            "outputs": [{"addresses": ["1Bob"], "value": 1}, {"addresses": [], "value": null}]}
            """);

    assertThat(refused.field()).isEqualTo("outputs[1].value");
    assertThat(refused.reason()).startsWith("is missing; expected an integer");
  }

  @Test
  void shouldRefuseALineWhenItHasNoOutputs() {
    assertThat(refusal("{\"hash\": \"01\", \"number\": 5}").field()).isEqualTo("outputs");
    assertThat(refusal("{\"hash\": \"01\", \"outputs\": []}").field()).isEqualTo("outputs");
    assertThat(refusal("{\"hash\": \"01\", \"outputs\": 3}").field()).isEqualTo("outputs");
  }

  @Test
  void shouldRefuseALineWhenAnAddressIsNoText() {
    IngestLine.Refused refused =
        refusal(
            """
            {"hash": "01", "block_number": 1, "block_timestamp": 1, "inputs": [], \
            "outputs": [{"addresses": ["1Bob", 7], "value": 1}]}
            """);

    assertThat(refused.field()).isEqualTo("outputs[0].addresses[1]");
  }

  private static IngestLine.Refused refusal(String line) {
    return Lines.ofText(TransferFormats.BITCOIN_ETL, line).onlyRefusal();
  }

  private static Party party(String address, long amount) {
    return Party.of(address, BigInteger.valueOf(amount));
  }
}
