package io.weir.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may hold a wallet: the names of every named entity, since a wallet may refer to one anywhere
 * in the file. Millions must fit, so each is one array of bytes.
 */
final class FtmParties {
  private static final char BETWEEN = '\n';
  private static final byte SANCTIONED = 's';
  private static final byte NOT_SANCTIONED = '-';

  private final Map<String, byte[]> parties = new HashMap<>();

  /**
   * One who may hold a wallet.
   *
   * @param names the one it is shown by first, each once
   */
  record Party(String id, boolean sanctioned, List<String> names) {}

  /** Keeps an entity; what is known of the same one already is kept too. */
  void add(FtmEntity entity) {
    List<String> names =
        Stream.concat(
                Stream.of(entity.caption()), entity.values("name", "alias", "weakAlias").stream())
            .toList();
    Optional<Party> before = find(entity.id());
    parties.put(
        entity.id(),
        packed(
            entity.isSanctioned() || before.filter(Party::sanctioned).isPresent(),
            Stream.concat(before.stream().flatMap(party -> party.names.stream()), names.stream())));
  }

  /** The party of this id; empty when the file has none. */
  Optional<Party> find(String id) {
    return Optional.ofNullable(parties.get(id)).map(packed -> unpacked(id, packed));
  }

  private static byte[] packed(boolean sanctioned, Stream<String> names) {
    String[] each =
        names
            .map(name -> name.replace(BETWEEN, ' ').strip())
            .filter(name -> !name.isEmpty())
            .distinct()
            .toArray(String[]::new);
    byte[] text = String.join(String.valueOf(BETWEEN), each).getBytes(UTF_8);
    byte[] packed = new byte[text.length + 1];
    packed[0] = sanctioned ? SANCTIONED : NOT_SANCTIONED;
    System.arraycopy(text, 0, packed, 1, text.length);
    return packed;
  }

  private static Party unpacked(String id, byte[] packed) {
    String text = new String(packed, 1, packed.length - 1, UTF_8);
    return new Party(
        id,
        packed[0] == SANCTIONED,
        Arrays.stream(text.split(String.valueOf(BETWEEN), -1))
            .filter(name -> !name.isEmpty())
            .toList());
  }
}
