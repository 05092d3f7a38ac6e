package io.weir.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.Asset;
import io.weir.domain.Party;
import io.weir.domain.Transfer;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TronGridTest {
  private final Lines lines = Lines.ofFixture(TransferFormats.TRONGRID, "trongrid-pages.json");

  @Test
  void shouldReadARow() {
    Transfer transfer = lines.transfers().get(0);

    BigInteger value = new BigInteger("10933000000");
    assertThat(transfer.chain()).isEqualTo("tron:0x2b6653dc");
    assertThat(transfer.txHash()).isEqualTo("aa");
    assertThat(transfer.position()).isEmpty();
    assertThat(transfer.senders()).containsExactly(Party.of("TAlice", value));
    assertThat(transfer.receivers()).containsExactly(Party.of("TBob", value));
    assertThat(transfer.amount()).isEqualTo(value);
    assertThat(transfer.asset())
        .isEqualTo(new Asset("USDT", Optional.of("TToken"), OptionalInt.of(6)));
    assertThat(transfer.occurredAt()).isEqualTo(Instant.ofEpochMilli(1790852523000L));
  }

  @Test
  void shouldGiveEveryRowOfATransactionItsOwnId() {
    List<String> ids = lines.transfers().stream().map(Transfer::transferId).limit(3).toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.startsWith("tron:0x2b6653dc:aa:"));
  }

  @Test
  void shouldGiveATransferTheSameIdWhenAnotherPageShowsIt() {
    List<Transfer> transfers = lines.transfers();

    assertThat(transfers).hasSize(4);
    assertThat(transfers.get(3).transferId()).isEqualTo(transfers.get(1).transferId());
  }

  @Test
  void shouldSkipApprovals() {
    assertThat(lines.skipped()).containsExactly(new IngestLine.Skipped(8, "type Approval"));
  }

  @Test
  void shouldRefuseARowAndNameItsLineWhenAFieldIsMissing() {
    assertThat(lines.refused()).hasSize(1);
    IngestLine.Refused refused = lines.refused().get(0);

    assertThat(refused.number()).isEqualTo(14);
    assertThat(refused.field()).isEqualTo("to");
    assertThat(refused.raw()).contains("\"transaction_id\":\"cc\"");
  }

  @Test
  void shouldSayThatTheRestWasNotReadWhenAPageBreaksOff() {
    Lines broken =
        Lines.ofText(TransferFormats.TRONGRID, "{\"data\": [\n{\"type\": \"Approval\"},\n{\"ty");

    assertThat(broken.skipped()).hasSize(1);
    assertThat(broken.refused()).hasSize(1);
    assertThat(broken.refused().get(0).number()).isEqualTo(3);
    assertThat(broken.refused().get(0).reason())
        .contains("is not valid JSON", "the rest of the input was not read");
  }

  @Test
  void shouldRefuseADocumentWhenItIsNoPage() {
    assertThat(refusal("{\"success\": false, \"error\": \"x\"}").field()).isEqualTo("data");
    assertThat(refusal("{\"data\": {\"a\": 1}}").field()).isEqualTo("data");
    assertThat(refusal("[{\"data\": []}]").reason()).contains("is not a page of TronGrid");
    assertThat(refusal("{\"data\": [7]}").reason()).contains("expected an object");
  }

  @Test
  void shouldReadNothingWhenTheInputIsEmpty() {
    assertThat(Lines.ofText(TransferFormats.TRONGRID, "").all()).isEmpty();
    assertThat(Lines.ofText(TransferFormats.TRONGRID, "{\"data\": []}").all()).isEmpty();
  }

  private static IngestLine.Refused refusal(String document) {
    return Lines.ofText(TransferFormats.TRONGRID, document).onlyRefusal();
  }
}
