package io.weir.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.AddressKey;
import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListDiffTest {
  private static final String HEADER = "entry_id,name,programs,address,asset_label,listed_on\n";
  private static final String ADDRESS = "0x098B716B8Aaf21512996dC57EB0615e2383E2f96";
  private static final AddressKey KEY =
      AddressKey.parse("account:098b716b8aaf21512996dc57eb0615e2383e2f96");
  private static final ListId EU = new ListId("EU", "FSF");

  private final Map<AddressKey, SanctionedAddress> rows = new HashMap<>();

  @Test
  void shouldWriteNothingWhenOnlyTheSourceDiffers() throws Exception {
    load(Fixtures.KOREA, "1,Lazarus,DPRK," + ADDRESS + ",ETH,\n");
    Publication again = publication(Fixtures.KOREA, "\n1,Lazarus,DPRK," + ADDRESS + ",ETH,\n");

    ListDiff diff = ListDiff.between(rows, Set.of(), again);

    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.unchanged()).isEqualTo(1);
    assertThat(again.source()).isNotEqualTo(rows.get(KEY).listings().get(0).source());
  }

  @Test
  void shouldAmendAListingWhoseDetailsChange() throws Exception {
    load(Fixtures.KOREA, "1,Lazarus,DPRK," + ADDRESS + ",ETH,\n");

    ListDiff diff = load(Fixtures.KOREA, "1,Lazarus Group,DPRK," + ADDRESS + ",ETH,\n");

    assertThat(diff.amended())
        .singleElement()
        .satisfies(amended -> assertThat(amended.before().name()).isEqualTo("Lazarus"))
        .satisfies(amended -> assertThat(amended.after().name()).isEqualTo("Lazarus Group"));
    assertThat(diff.added()).isEmpty();
    assertThat(diff.removed()).isEmpty();
    assertThat(rows.get(KEY).listings()).extracting(Listing::name).containsExactly("Lazarus Group");
  }

  @Test
  void shouldLeaveWhatAnotherAuthorityListsAtTheSameAddress() throws Exception {
    load(EU, "7,Lazarus (EU),DPRK," + ADDRESS + ",ETH,\n");
    load(Fixtures.KOREA, "1,Lazarus (KR),DPRK," + ADDRESS + ",ETH,\n");
    assertThat(rows.get(KEY).listings()).hasSize(2);

    ListDiff diff = load(Fixtures.KOREA, "2,Other,DPRK,0x" + "1".repeat(40) + ",ETH,\n");

    assertThat(diff.removed()).extracting(Listing::name).containsExactly("Lazarus (KR)");
    assertThat(rows.get(KEY).listings()).extracting(Listing::name).containsExactly("Lazarus (EU)");
  }

  @Test
  void shouldDropARowThatNobodyListsAnyMore() throws Exception {
    load(Fixtures.KOREA, "1,Lazarus,DPRK," + ADDRESS + ",ETH,\n");

    ListDiff diff = load(Fixtures.KOREA, "");

    assertThat(diff.changes()).containsEntry(KEY, Optional.empty());
  }

  @Test
  void shouldWriteAnUnreadableRowAnewWhenThePublicationNamesIt() throws Exception {
    Publication publication = publication(Fixtures.KOREA, "1,Lazarus,DPRK," + ADDRESS + ",ETH,\n");

    ListDiff diff = ListDiff.between(rows, Set.of(KEY), publication);

    assertThat(diff.repaired()).containsExactly(KEY);
    assertThat(diff.unreadable()).isEmpty();
    assertThat(diff.changes()).containsKey(KEY);
  }

  @Test
  void shouldKeepAnUnreadableRowThatThePublicationDoesNotName() throws Exception {
    AddressKey other = AddressKey.text("something else");
    Publication publication = publication(Fixtures.KOREA, "1,Lazarus,DPRK," + ADDRESS + ",ETH,\n");

    ListDiff diff = ListDiff.between(rows, Set.of(other), publication);

    assertThat(diff.unreadable()).containsExactly(other);
    assertThat(diff.changes()).doesNotContainKey(other);
  }

  private ListDiff load(ListId id, String csvRows) throws Exception {
    ListDiff diff = ListDiff.between(rows, Set.of(), publication(id, csvRows));
    diff.changes()
        .forEach((key, row) -> row.ifPresentOrElse(r -> rows.put(key, r), () -> rows.remove(key)));
    return diff;
  }

  private static Publication publication(ListId id, String csvRows) throws Exception {
    return Fixtures.read(
        new WeirCsv(), id, "list.csv", (HEADER + csvRows).getBytes(StandardCharsets.UTF_8));
  }
}
