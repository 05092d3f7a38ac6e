package io.weir.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Damaged lists of every format: each is refused for a documented reason, or accounts for every
 * address that still stands in it, as a row or in a notice.
 */
class FuzzedListsTest {
  private static final Logger LOG = LoggerFactory.getLogger(FuzzedListsTest.class);
  private static final int CASES = 10_000;

  @Test
  void shouldRefuseOrAccountForEveryAddress() throws IOException, ListRefused {
    // The same for every build, so that a build can be repeated; give others to search for more.
    long seed = Long.getLong("weir.fuzz.seed", 20_261_123L);
    LOG.info("Fuzzing lists seed={}", seed);
    List<FuzzSample> samples = FuzzSample.all();
    int refused = 0;
    int accepted = 0;
    for (int i = 0; i < CASES; i++) {
      FuzzSample sample = samples.get(i % samples.size());
      byte[] damaged = FuzzDamage.of(sample.bytes(), new Random(seed + i));
      Optional<Publication> publication = read(sample, damaged, seed, i);
      if (publication.isEmpty()) {
        refused++;
        continue;
      }
      accepted++;
      Set<String> lost = lost(sample, new String(damaged, UTF_8), publication.get());
      assertThat(lost)
          .as("%s, accepted with -Dweir.fuzz.seed=%d, case %d, lost", sample.name(), seed, i)
          .isEmpty();
    }
    LOG.info("Fuzzed lists refused={} accepted={}", refused, accepted);
    // Both ways must have been taken often, or the damage is too light or too heavy to tell.
    assertThat(Math.min(refused, accepted)).isGreaterThan(CASES / 20);
  }

  private static Optional<Publication> read(FuzzSample sample, byte[] bytes, long seed, int index)
      throws IOException {
    try {
      return Optional.of(sample.read(bytes));
    } catch (ListRefused refused) {
      assertThat(refused).hasMessageMatching("(?s).+: .*\\S.*");
      return Optional.empty();
    } catch (RuntimeException e) {
      return fail(sample.name() + " with -Dweir.fuzz.seed=" + seed + ", case " + index, e);
    }
  }

  /** Addresses that still stand in the text as words of their own, and that nothing tells of. */
  private static Set<String> lost(FuzzSample sample, String text, Publication publication) {
    Set<String> lost = new TreeSet<>();
    String accounted = accounted(publication);
    for (String address : sample.addresses()) {
      if (stands(address, text) && !accounted.contains(address)) {
        lost.add(address);
      }
    }
    // A listing is shown in one of its spellings; another may stand beside it.
    lost.removeIf(address -> publication.rows().keySet().containsAll(sample.keys(address)));
    // Nothing shows that a text is an address but its label, which may be the damaged part.
    lost.removeIf(sample::isText);
    // Where most wallets are nobody's concern, those that are left out are told of by their number,
    // and whether one is sanctioned stands elsewhere in the file.
    return sample.countsWhatItLeavesOut() ? Set.of() : lost;
  }

  private static String accounted(Publication publication) {
    Stream<String> listed =
        publication.listings().stream()
            .flatMap(listing -> Stream.of(listing.address(), listing.publishedText().orElse("")));
    Stream<String> noticed =
        publication.notices().stream().flatMap(notice -> Stream.of(notice.text(), notice.reason()));
    return Stream.concat(listed, noticed).collect(Collectors.joining("\n"));
  }

  private static boolean stands(String address, String text) {
    int at = text.indexOf(address);
    while (at >= 0) {
      int end = at + address.length();
      boolean alone =
          (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
              && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
      if (alone) {
        return true;
      }
      at = text.indexOf(address, at + 1);
    }
    return false;
  }
}
