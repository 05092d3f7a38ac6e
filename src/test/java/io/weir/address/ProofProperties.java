package io.weir.address;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

class ProofProperties {

  @Property
  @Domain(AddressArbitraries.class)
  void shouldProveEveryAddressWithAChecksum(@ForAll AddressArbitraries.Checksummed address) {
    assertThat(Proof.of(address.text())).isEqualTo(Proof.CHECKSUM);
  }

  @Property
  @Domain(AddressArbitraries.class)
  void shouldProveOnlyWhatReadsAsAnAddress(@ForAll AddressArbitraries.Mangled mangled) {
    assertThat(
            Proof.of(mangled.text()) == Proof.NONE
                || Addresses.readAnyChain(mangled.text()) instanceof Address)
        .isTrue();
  }
}
