package io.weir.lists;

import io.weir.lists.FtmParties.Party;
import io.weir.lists.FtmSanctions.Sanction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Collects the sanctioned wallets of a file of FollowTheMoney. A wallet is sanctioned when its
 * topics say so, when a sanction that holds is about it, or when either is true of a holder.
 */
final class FtmWallets {
  private final Map<String, List<FtmEntity>> wallets = new LinkedHashMap<>();
  private final FtmParties parties = new FtmParties();
  private final FtmSanctions sanctions = new FtmSanctions();
  private final FtmLeftOut notSanctioned =
      new FtmLeftOut("Wallets that are not sanctioned, nor their holders");
  private final FtmLeftOut holderUnknown =
      new FtmLeftOut("Wallets that are not sanctioned, of holders that are not in the file");
  private final FtmLeftOut withoutAddress =
      new FtmLeftOut("Sanctioned wallets without an address, such as accounts at an exchange");
  private final FtmLeftOut noEntities = new FtmLeftOut("Objects without id or schema");
  private final List<PublishedAddress> addresses = new ArrayList<>();
  private String lastSeen = "";
  private int entities;

  void take(FtmEntity entity) {
    entities++;
    if (entity.lastSeen().compareTo(lastSeen) > 0) {
      lastSeen = entity.lastSeen();
    }
    if (entity.id().isEmpty() || entity.schema().isEmpty()) {
      noEntities.add(
          Stream.concat(Stream.of("line " + entity.line()), entity.values("publicKey").stream())
              .collect(Collectors.joining(" ")));
    } else if (isWallet(entity)) {
      // A repeated one adds to the first.
      wallets.computeIfAbsent(entity.id(), id -> new ArrayList<>(1)).add(entity);
    } else if (entity.schema().equals("Sanction")) {
      sanctions.add(entity);
    } else if (!entity.values("name").isEmpty() || entity.isSanctioned()) {
      parties.add(entity);
    }
  }

  /** Nothing else has a public key, whatever a later version of the format may call it. */
  private static boolean isWallet(FtmEntity entity) {
    return entity.schema().equals("CryptoWallet") || !entity.values("publicKey").isEmpty();
  }

  Contents contents() {
    Optional<LocalDate> publishedOn = OpenSanctionsFtm.date(lastSeen);
    wallets.values().forEach(parts -> read(parts, publishedOn));
    return new Contents(
        publishedOn,
        entities,
        addresses,
        Stream.of(notSanctioned, holderUnknown, withoutAddress, noEntities)
            .flatMap(leftOut -> leftOut.notice().stream())
            .toList());
  }

  private void read(List<FtmEntity> parts, Optional<LocalDate> day) {
    String id = parts.get(0).id();
    List<String> holderIds = distinct(parts, "holder");
    List<Party> holders =
        holderIds.stream().flatMap(holder -> parties.find(holder).stream()).toList();
    List<Party> sanctionedHolders =
        holders.stream()
            .filter(holder -> holder.sanctioned() || !sanctions.of(holder.id(), day).isEmpty())
            .toList();
    List<Sanction> own = sanctions.of(id, day);
    boolean sanctioned =
        parts.stream().anyMatch(FtmEntity::isSanctioned)
            || !own.isEmpty()
            || !sanctionedHolders.isEmpty();
    List<String> keys = distinct(parts, "publicKey");
    if (!sanctioned) {
      (holders.size() < holderIds.size() ? holderUnknown : notSanctioned).add(id);
    } else if (keys.isEmpty()) {
      withoutAddress.add(id);
    } else {
      List<Sanction> all =
          Stream.concat(
                  own.stream(),
                  sanctionedHolders.stream()
                      .flatMap(holder -> sanctions.of(holder.id(), day).stream()))
              .toList();
      add(
          parts,
          keys,
          names(parts, sanctionedHolders.isEmpty() ? holders : sanctionedHolders),
          all);
    }
  }

  private void add(
      List<FtmEntity> parts, List<String> keys, List<String> names, List<Sanction> all) {
    Set<String> programs = new TreeSet<>();
    parts.forEach(part -> programs.addAll(part.datasets()));
    all.forEach(sanction -> programs.addAll(sanction.programs()));
    String labels =
        String.join("/", distinct(parts, "currency", "currencySymbol").stream().sorted().toList());
    String name = names.isEmpty() ? "" : names.get(0);
    for (String key : keys) {
      addresses.add(
          new PublishedAddress(
              parts.get(0).line(),
              parts.get(0).id(),
              name,
              List.copyOf(programs),
              key,
              labels,
              all.stream()
                  .flatMap(sanction -> sanction.listedOn().stream())
                  .min(Comparator.naturalOrder()),
              names.stream().skip(1).filter(alias -> !alias.equals(name)).sorted().toList(),
              Optional.empty(),
              Optional.empty()));
    }
  }

  /** Of the holders, or of the wallet itself where it has none; each once. */
  private static List<String> names(List<FtmEntity> parts, List<Party> holders) {
    Stream<String> names =
        holders.isEmpty()
            ? parts.stream()
                .flatMap(
                    part ->
                        Stream.concat(
                            part.values("name").stream(), Stream.of(part.caption().strip())))
            // Their order in the file is nobody's intention.
            : holders.stream()
                .sorted(Comparator.comparing(Party::id))
                .flatMap(holder -> holder.names().stream());
    return names.filter(name -> !name.isEmpty()).distinct().toList();
  }

  private static List<String> distinct(List<FtmEntity> parts, String... properties) {
    return parts.stream().flatMap(part -> part.values(properties).stream()).distinct().toList();
  }
}
