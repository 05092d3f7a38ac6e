package io.weir.runtime;

import static io.weir.domain.Samples.RONIN_EXPLOITER;
import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.lazarus;
import static io.weir.domain.Samples.roninKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.config.YamlFile;
import io.weir.domain.Action;
import io.weir.domain.Hit;
import io.weir.domain.Listing;
import io.weir.domain.Match;
import io.weir.domain.Policy;
import io.weir.domain.Role;
import io.weir.domain.Severity;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyFileTest {
  private static Policy policy(String text) {
    return YamlFile.read("policy.yaml", new StringReader(text), PolicyFile::read).orElseThrow();
  }

  private static Hit hit(Role role, Match match) {
    return new Hit("id", role, RONIN_EXPLOITER, roninKey(), match, lazarus(), Optional.empty());
  }

  @Test
  void shouldBlockListedAddressesAndHoldListedKeysByDefault() throws IOException {
    Policy policy = Defaults.policy(Optional.empty());

    var transfer = ether("t1", RONIN_EXPLOITER, SOMEBODY);
    assertThat(policy.ruleFor(transfer, hit(Role.SENDER, Match.ADDRESS)).action())
        .isEqualTo(Action.BLOCK);
    assertThat(policy.ruleFor(transfer, hit(Role.SENDER, Match.KEY)).action())
        .isEqualTo(Action.HOLD);
  }

  @Test
  void shouldRefuseARuleThatIsCalledAsAlertsOfAllowedAddressesAre() {
    assertThatThrownBy(
            () ->
                policy(
                    """
                    rules:
                      - name: allowed-by-override
                        severity: LOW
                        action: MONITOR
                    """))
        .isInstanceOf(YamlFile.Invalid.class)
        .hasMessage(
            "policy.yaml:2: rule 'allowed-by-override', name: this one stands in the alerts of"
                + " addresses that an override allows; expected another name");
  }

  @Test
  void shouldTakeTheFirstRuleWhoseEveryConditionHolds() {
    Policy policy =
        policy(
            """
            rules:
              - name: other-authority
                when: {authority: [EU, UK]}
                severity: LOW
                action: MONITOR
              - name: big-dprk-deposit
                when: {authority: OFAC, list: SDN, program: [DPRK3, DPRK4], match: ADDRESS,
                       role: SENDER, direction: DEPOSIT, asset: ETH, minimum_usd: 1000}
                severity: HIGH
                action: HOLD
              - name: rest
                severity: CRITICAL
                action: BLOCK
            """);

    var transfer = ether("t1", RONIN_EXPLOITER, SOMEBODY);
    // Its value is unknown, which is no reason to be lenient.
    assertThat(policy.ruleFor(transfer, hit(Role.SENDER, Match.ADDRESS)).name())
        .isEqualTo("big-dprk-deposit");
    assertThat(policy.ruleFor(transfer, hit(Role.RECEIVER, Match.ADDRESS)).name())
        .isEqualTo("rest");
    assertThat(policy.rules().get(1).severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void shouldReportEveryProblemWithRuleFieldAndExpectation() {
    assertThatThrownBy(
            () ->
                policy(
                    """
                    rules:
                      - name: one
                        when: {match: EXACT, colour: red, minimum_usd: lots}
                        severity: HIGH
                        action: EXPLODE
                      - severity: LOW
                        action: HOLD
                      - name: three
                        action: HOLD
                        sevrity: LOW
                    """))
        .isInstanceOf(YamlFile.Invalid.class)
        .hasMessage(
            """
            policy.yaml:3: rule 'one', when.match: 'EXACT'; expected one of ADDRESS, KEY
            policy.yaml:3: rule 'one', when.minimum_usd: 'lots'; expected a number such as 1000
            policy.yaml:3: rule 'one', when.colour: unknown field; expected one of authority, list, program, match, role, direction, asset, minimum_usd
            policy.yaml:5: rule 'one', action: 'EXPLODE'; expected one of MONITOR, REVIEW, HOLD, BLOCK
            policy.yaml:6: rule '', name: expected a name, unique in the file
            policy.yaml:8: rule 'three', severity: missing; expected one of LOW, MEDIUM, HIGH, CRITICAL
            policy.yaml:10: rule 'three', sevrity: unknown field; expected name, when, severity or action"""
                .stripIndent());
  }

  @Test
  void shouldRefuseAPolicyThatLetsAHitPassWithoutARule() {
    assertThatThrownBy(
            () ->
                policy(
                    """
                    rules:
                      - name: only
                        when: {match: ADDRESS}
                        severity: HIGH
                        action: BLOCK
                    """))
        .hasMessageContaining("policy.yaml:2:")
        .hasMessageContaining("The last rule must apply to everything");
  }

  @Test
  void shouldRefuseTwoRulesOfOneNameAndWhatIsNoYaml() {
    assertThatThrownBy(
            () ->
                policy(
                    """
                    rules:
                      - {name: one, severity: LOW, action: HOLD}
                      - {name: one, severity: LOW, action: HOLD}
                    """))
        .hasMessageContaining("Two rules are called one");
    assertThatThrownBy(() -> policy("rules: [")).hasMessageContaining("policy.yaml:1: not YAML");
    assertThatThrownBy(() -> policy("")).hasMessageContaining("the file is empty");
    assertThatThrownBy(() -> policy("rules: []")).hasMessageContaining("The last rule");
  }

  @Test
  void shouldFlagAnUnreadableListingByTheStrictestReading() {
    Policy policy =
        policy(
            """
            rules:
              - name: ofac
                when: {authority: OFAC}
                severity: CRITICAL
                action: BLOCK
              - name: rest
                severity: LOW
                action: MONITOR
            """);
    Hit unreadable =
        new Hit(
            "id",
            Role.SENDER,
            RONIN_EXPLOITER,
            roninKey(),
            Match.ADDRESS,
            Listing.unreadable(roninKey()),
            Optional.empty());

    assertThat(policy.ruleFor(ether("t1", RONIN_EXPLOITER, SOMEBODY), unreadable).name())
        .isEqualTo("ofac");
  }
}
