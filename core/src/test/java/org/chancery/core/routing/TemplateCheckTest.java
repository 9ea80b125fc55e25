package org.chancery.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.chancery.model.ContentModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCheckTest {
  private static final String LETTER =
      new String(Templates.shipped("citizenLetter"), StandardCharsets.UTF_8);

  private final TemplateCheck check = new TemplateCheck(ContentModels.shipped());

  private Template check(String bpmn) {
    return check.check(bpmn.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> problems(String bpmn) {
    TemplateRefused refused = catchThrowableOfType(TemplateRefused.class, () -> check(bpmn));
    assertThat(refused).as("accepted").isNotNull();
    return refused.problems();
  }

  private static String with(String old, String changed) {
    assertThat(LETTER).contains(old);
    return LETTER.replace(old, changed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"citizenLetter", "congressionalInquiry", "draftForComment"})
  void whatIsShippedIsAccepted(String key) {
    Template template = check.check(Templates.shipped(key));
    assertThat(template.key()).isEqualTo(key);
    assertThat(template.name()).isNotBlank();
    assertThat(template.description()).isNotBlank();
    assertThat(template.steps()).isNotEmpty();
  }

  @Test
  void stepsSayWhoWhenAndWithWhatAccess() {
    Template.Step review = check(LETTER).step("review").orElseThrow();
    assertThat(review.form()).isEqualTo("cwf:reviewTask");
    assertThat(review.role()).contains("REVIEWER");
    assertThat(review.days()).isEqualTo(3);
    assertThat(review.access().code()).isEqualTo("comment");
    assertThat(check(LETTER).needs())
        .containsExactlyInAnyOrder(
            Template.Need.LEAD, Template.Need.REVIEWER, Template.Need.SIGNER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${chancery.close(route).getClass()}",
        "${chancery.getClass().forName('x')}",
        "${chancery.close(route)}${chancery.close(route)}",
        "${chancery.close(caseFile)}",
        "${chancery.close('route')}",
        "${chancery.close(execution.id)}",
        "${chancery.serve(route)}",
        "${runtimeService.deleteProcessInstance(route)}",
        "${''.getClass()}",
        "${chancery.status(route, 'no such status')}",
        "${chancery.status(route, 'nosuch')}",
        "${chancery.status(route, 'open') == 'x'}",
        "#{chancery.close(route)}",
        "${chancery.close(route) ? 1 : 2}",
        "${route}",
        ""
      })
  void aServiceTaskCallsNothingElse(String expression) {
    assertThat(problems(with("\"${chancery.close(route)}\"", "\"" + expression + "\"")).keySet())
        .containsExactly("close");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<scriptTask id=\"x\" scriptFormat=\"groovy\"><script>1</script></scriptTask>",
        "<callActivity id=\"x\" calledElement=\"y\"/>",
        "<subProcess id=\"x\"/>",
        "<boundaryEvent id=\"x\" attachedToRef=\"draft\"/>",
        "<intermediateCatchEvent id=\"x\"/>",
        "<sendTask id=\"x\"/>",
        "<ioSpecification/>",
        "<activiti:potentialStarter/>",
        "<dataObject id=\"x\"/>",
      })
  void anElementThatIsNotListedIsRefused(String element) {
    assertThat(problems(with("    <endEvent", element + "\n    <endEvent")).toString())
        .contains("is not allowed in <bpmn:process>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "activiti:class=\"java.lang.Runtime\"",
        "activiti:delegateExpression=\"${x}\"",
        "activiti:type=\"shell\"",
        "activiti:type=\"mail\"",
        "activiti:async=\"true\"",
        "activiti:resultVariable=\"x\"",
        "activiti:skipExpression=\"${true}\"",
        "implementation=\"##WebService\"",
        "xmlns:f=\"http://flowable.org/bpmn\" f:class=\"x\""
      })
  void anAttributeThatIsNotListedIsRefused(String attribute) {
    assertThat(problems(with("id=\"close\"", "id=\"close\" " + attribute)))
        .hasEntrySatisfying("close", why -> assertThat(why).contains("attribute").contains("line"));
  }

  @Test
  void aListenerOfAnotherEventOrClassIsRefused() {
    String create =
        "event=\"create\" expression=\"${chancery.tasked(route, task.id, 'draft', 'edit')}\"";
    for (String other :
        new String[] {
          "event=\"assignment\" expression=\"${chancery.tasked(route, task.id, 'draft', 'edit')}\"",
          "event=\"create\" expression=\"${chancery.tasked(route, task.id, 'sign', 'edit')}\"",
          "event=\"create\" expression=\"${chancery.tasked(route, task.id, 'draft', 'own')}\"",
          "event=\"create\" expression=\"${chancery.taskedTo(route, task.id, 'draft', 'edit', commenter)}\"",
          "event=\"create\" expression=\"${chancery.close(route)}\"",
          "event=\"create\" class=\"java.lang.Runtime\""
        }) {
      assertThat(problems(with(create, other)).toString())
          .as(other)
          .containsAnyOf("draft=", "attribute class is not allowed");
    }
  }

  @Test
  void nothingIsReadFromOutsideAndNoEntityIsExpanded() {
    String doctype = "<!DOCTYPE definitions [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    assertThat(problems(LETTER.replace("?>\n", "?>\n" + doctype + "\n")).toString())
        .contains("document type");
    String bomb =
        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    assertThat(problems("<?xml version=\"1.0\"?>" + bomb + "<definitions>&b;</definitions>"))
        .isNotEmpty();
    assertThat(problems("no XML at all").toString()).contains("well-formed");
    assertThat(problems("<a/>").toString()).contains("no BPMN");
    assertThat(problems("<a>".repeat(100) + "</a>".repeat(100)).toString()).contains("too much");
    assertThatThrownBy(() -> check.check(new byte[TemplateCheck.LARGEST + 1]))
        .isInstanceOf(TemplateRefused.class);
  }

  @Test
  void aWayWithoutAnEndIsRefused() {
    assertThat(problems(with("targetRef=\"close\"", "targetRef=\"dispatched\"")).toString())
        .contains("circle");
    assertThat(problems(with("targetRef=\"end\"", "targetRef=\"nowhere\""))).containsKey("toEnd");
    assertThat(problems(with(" default=\"answer\"", ""))).containsKey("assigned");
    assertThat(problems(with("sourceRef=\"start\"", "sourceRef=\"close\"")).toString())
        .contains("cannot be reached");
  }

  @Test
  void aConditionSpeaksOfAnOutcomeThatThereIs() {
    assertThat(
            problems(
                with(
                    "outcome(route, 'review') == 'return'",
                    "outcome(route, 'review') == 'signed'")))
        .hasEntrySatisfying("returnedByReviewer", why -> assertThat(why).contains("never has"));
    assertThat(problems(with("outcome(route, 'review')", "outcome(route, 'nobody')")))
        .containsKey("returnedByReviewer");
    assertThat(problems(with("${chancery.outcome(route, 'review') == 'return'}", "${true}")))
        .containsKey("returnedByReviewer");
  }

  @Test
  void aTemplateWithoutItsDiagramIsRefused() {
    int from = LETTER.indexOf("  <bpmndi:BPMNDiagram");
    int to = LETTER.indexOf("</definitions>");
    assertThat(problems(LETTER.substring(0, from) + LETTER.substring(to)).toString())
        .contains("no diagram");
  }

  @Test
  void twoProcessesOrOneThatIsNotExecutableAreRefused() {
    assertThat(problems(with("isExecutable=\"true\"", "isExecutable=\"false\"")))
        .containsKey("citizenLetter");
    assertThat(problems(with("  </process>", "  </process><process id=\"two\"/>")).toString())
        .contains("exactly one <process>");
    assertThat(problems(with("${chancery.ended(route)}", "${chancery.close(route)}")))
        .containsKey("citizenLetter");
  }

  @Test
  void aNameOrANoteIsNoPlaceForAnExpression() {
    // Engines evaluate names, notes, and whatever else may have an expression in it.
    for (String expression :
        List.of(
            "${1}",
            "#{1}",
            "$ {1}",
            "Assign ${chancery.close(route)}",
            "${''.getClass().forName('java.lang.Runtime')}")) {
      assertThat(problems(with("name=\"Assign\"", "name=\"" + expression + "\"")))
          .hasEntrySatisfying("assign", why -> assertThat(why).contains("no place"));
      assertThat(problems(with("A letter from a member", expression)).toString())
          .contains("no place");
      assertThat(problems(with("name=\"Citizen letter\"", "name=\"" + expression + "\"")))
          .containsKey("citizenLetter");
      assertThat(problems(with("name=\"Answer?\"", "name=\"" + expression + "\"")))
          .containsKey("assigned");
    }
  }

  @Test
  void whatAnEngineHasNoRoomForIsRefused() {
    assertThat(problems(with("name=\"Citizen letter\"", "name=\"" + "n".repeat(256) + "\"")))
        .hasEntrySatisfying("citizenLetter", why -> assertThat(why).contains("more than 255"));
    assertThat(problems(with("A letter from a member", "x".repeat(2001))).toString())
        .contains("more than 2000");
  }
}
