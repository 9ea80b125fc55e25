package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody sends by mistake is refused with a reason, and never an incident. */
class HostileRequestsTest {
  private static final String NUL = "\\u0000";

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client secretary;
  private String file;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    secretary = host.as("secretary");
    String folder =
        secretary
            .post("/case-folders", "{'holderKind':'individual','holderName':'Moss'}")
            .text("id");
    file =
        secretary
            .post(
                "/case-folders/" + folder + "/case-files",
                "{'subject':'Travel','source':'public','component':['OPA']}")
            .text("id");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private void refused(TestHost.Reply reply, String field) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(reply.json().path("problems").has(field)).as(reply.body()).isTrue();
  }

  @Test
  void theCharacterZeroIsRefusedByItsField() {
    refused(
        secretary.post(
            "/case-files/" + file + "/taskings",
            "{'assignee':'" + NUL + "','instruction':'x','due':'2099-01-01','access':'view'}"),
        "assignee");
    refused(
        host.program("admin").post("/components", "{'code':'OPA','name':'x" + NUL + "'}"), "name");
    assertThat(
            secretary
                .post("/case-files/" + file + "/messages", "{'" + NUL + "':1,'to':[]}")
                .status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/audit?user=%00", "/authorities?q=a%00b", "/templates/a\0b"})
  void theCharacterZeroIsRefusedInAnAddress(String address) {
    TestHost.Reply reply = host.as("isso").get(address);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("code")).isEqualTo("invalid-parameter");
  }

  @Test
  void aListHasAValueInEachOfItsPlaces() {
    refused(
        secretary.post(
            "/case-files/" + file + "/routes",
            "{'template':'draftForComment','lead':'GROUP_COMPONENT_OPA','commenters':[null]}"),
        "commenters.0");
    refused(
        secretary.post("/case-files/" + file + "/messages", "{'to':['clerk',null],'text':'x'}"),
        "to.1");
    refused(
        host.program("admin")
            .post(
                "/accounts",
                "{'user':'new','displayName':'N','password':'Long-enough-2026','components':[null],"
                    + "'roles':[]}"),
        "components.0");
  }

  @Test
  void whereAFileStandsIsNotChangedPastItsRouteAndItsClosing() {
    TestHost.Reply node = secretary.get("/nodes/" + file);
    refused(
        secretary.put(
            "/nodes/" + file + "/properties",
            "{'properties':{'cor:status':'closed'}}",
            "If-Match",
            node.tag()),
        "cor:status");
    assertThat(secretary.get("/nodes/" + file).json().at("/properties/cor:status").asText())
        .isEqualTo("open");
  }

  @Test
  void aDispatchWithoutAChannelIsRefused() {
    refused(
        secretary.post(
            "/case-files/" + file + "/dispatches",
            "{'documents':[],'recipient':'R','purpose':'P','authority':'A'}"),
        "channel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1000000000-12-31T23:59:59.999999999Z", "2299-01-01T00:00:00Z"})
  void aLockEndsWithinAHundredYears(String until) {
    refused(lock("clerk", ",'until':'" + until + "'"), "until");
  }

  private TestHost.Reply lock(String authority, String more) {
    return secretary.put(
        "/nodes/" + file + "/permissions",
        "{'inherits':false,'mode':'hidden','reason':'x','grants':[{'authority':'"
            + authority
            + "','role':'COORDINATOR'}]"
            + more
            + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GROUP_NOBODY", "clrek", "GROUP_COMPONENT_OPA_CLERKS"})
  void aLockNamesNobodyWhoIsNot(String authority) {
    refused(lock(authority, ""), "grants");
    assertThat(host.as("clerk").get("/nodes/" + file).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clerk",
        "GROUP_COMPONENT_OPA",
        "GROUP_COMPONENT_OPA_CLERK",
        "GROUP_ROLE_PRIVACY_OFFICER",
        "GROUP_ADMINISTRATORS"
      })
  void aLockNamesPeopleAndGroups(String authority) {
    assertThat(lock(authority, "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "from, -999999999-01-01T00:00:00Z",
    "to, %2B999999999-12-31T23:59:59Z",
    "to, %2B10000-01-01T00:00:00Z"
  })
  void momentsThatNoDatabaseKeepsAreRefused(String parameter, String moment) {
    assertThat(host.as("isso").get("/audit?" + parameter + "=" + moment).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"system", "nobody"})
  void nobodyHasANameThatTheLedgerMeansOthersBy(String user) {
    refused(
        host.program("admin")
            .post(
                "/accounts",
                "{'user':'"
                    + user
                    + "','displayName':'N','password':'Long-enough-2026','components':[],"
                    + "'roles':[]}"),
        "user");
  }
}
