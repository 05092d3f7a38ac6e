package io.weir.embedded;

import io.weir.domain.Direction;
import io.weir.domain.Party;
import io.weir.domain.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sample transfers with one thing changed. */
final class SampleEdits {
  /** A slip of the pen that no chains file declares. */
  static final String UNKNOWN_CHAIN = "etherium";

  private SampleEdits() {}

  /** Signed by an account of its own. */
  static Transfer withInitiator(Transfer transfer, String initiator) {
    return with(
        transfer,
        transfer.chain(),
        transfer.senders(),
        transfer.receivers(),
        Optional.of(initiator));
  }

  /** With one of the mistakes that make a transfer unscreenable, in turn. */
  static Transfer withFault(Transfer transfer, long nth) {
    List<Party> senders = transfer.senders();
    List<Party> receivers = transfer.receivers();
    return switch ((int) (nth % 3)) {
      case 0 ->
          transfer.direction() == Direction.DEPOSIT
              ? with(transfer, transfer.chain(), cut(senders), receivers, Optional.empty())
              : with(transfer, transfer.chain(), senders, cut(receivers), Optional.empty());
      case 1 -> with(transfer, UNKNOWN_CHAIN, senders, receivers, Optional.empty());
      default -> with(transfer, transfer.chain(), List.of(), List.of(), Optional.empty());
    };
  }

  /** The first address without its last two characters, as a column too narrow leaves it. */
  private static List<Party> cut(List<Party> parties) {
    List<Party> all = new ArrayList<>(parties);
    Party first = all.get(0);
    String address = first.address();
    all.set(0, new Party(address.substring(0, address.length() - 2), first.amount()));
    return all;
  }

  private static Transfer with(
      Transfer transfer,
      String chain,
      List<Party> senders,
      List<Party> receivers,
      Optional<String> initiator) {
    return new Transfer(
        transfer.transferId(),
        chain,
        transfer.txHash(),
        transfer.position(),
        transfer.blockNumber(),
        transfer.blockHash(),
        transfer.occurredAt(),
        transfer.direction(),
        transfer.status(),
        senders,
        receivers,
        initiator,
        transfer.asset(),
        transfer.amount(),
        transfer.valueUsd(),
        transfer.accountRef(),
        transfer.attributes());
  }
}
