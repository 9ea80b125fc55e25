package org.chancery.core.http;

import static org.chancery.core.access.Capability.BROWSE;
import static org.chancery.core.access.Capability.KEEP_ISSUES;
import static org.chancery.core.access.Capability.KEEP_STAKEHOLDERS;
import static org.chancery.core.access.Capability.REVIEW_NOTES;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.naming;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.NONE;
import static org.chancery.core.http.Route.Scope.READ;
import static org.chancery.core.http.Route.Scope.WRITE;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.core.audit.Action;

/** The lines of the route table for contact with stakeholders, and for what it is about. */
final class OutreachTable {
  private static final Route.Access KEEPS = with(KEEP_STAKEHOLDERS);
  private static final Route.Access SEES = with(BROWSE);
  private static final Route.Audit VIEW = byRouter(Action.VIEW);

  private final TimelineRoutes timeline;
  private final ScreeningRoutes screening;
  private final InteractionRoutes interactions;
  private final EventRoutes events;
  private final IssueRoutes issues;

  OutreachTable(
      TimelineRoutes timeline,
      ScreeningRoutes screening,
      InteractionRoutes interactions,
      EventRoutes events,
      IssueRoutes issues) {
    this.timeline = timeline;
    this.screening = screening;
    this.interactions = interactions;
    this.events = events;
    this.issues = issues;
  }

  List<Route> routes() {
    return Stream.of(ofStakeholders(), ofNotes(), ofInteractions(), ofEvents(), ofIssues())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> ofStakeholders() {
    Route.Audit note = refusals(Action.STAKEHOLDER_NOTE);
    Route.Audit verify = refusals(Action.STAKEHOLDER_VERIFY);
    Route.Audit hand = refusals(Action.STAKEHOLDER_HAND_OVER);
    return List.of(
        // Letters are looked for in the index, which no transaction may wait for.
        route("GET", "/people/{person}/timeline", SEES, NONE, VIEW, timeline::ofPerson),
        route(
            "GET",
            "/organizations/{organization}/timeline",
            SEES,
            NONE,
            VIEW,
            timeline::ofOrganization),
        naming("POST", "/people/{person}/notes", KEEPS, note, timeline::noteOnPerson),
        naming(
            "POST",
            "/organizations/{organization}/notes",
            KEEPS,
            note,
            timeline::noteOnOrganization),
        route(
            "POST", "/people/{person}/verification", KEEPS, WRITE, verify, timeline::verifyPerson),
        route(
            "POST",
            "/organizations/{organization}/verification",
            KEEPS,
            WRITE,
            verify,
            timeline::verifyOrganization),
        route("POST", "/people/{person}/owner", KEEPS, WRITE, hand, timeline::handOverPerson),
        route(
            "POST",
            "/organizations/{organization}/owner",
            KEEPS,
            WRITE,
            hand,
            timeline::handOverOrganization),
        route("GET", "/verifications/due", SEES, NONE, refusals(Action.VIEW), timeline::due),
        naming("POST", "/owners/hand-over", KEEPS, hand, timeline::leave),
        route(
            "GET",
            "/owners/hand-over/{handover}",
            KEEPS,
            READ,
            refusals(Action.VIEW),
            timeline::left));
  }

  private List<Route> ofNotes() {
    Route.Audit decide = refusals(Action.FLAG_DECIDE);
    return List.of(
        route("POST", "/screenings", KEEPS, NONE, refusals(Action.REQUEST), screening::screen),
        route("GET", "/note-flags", with(REVIEW_NOTES), NONE, VIEW, screening::list),
        route("POST", "/note-flags/{flag}", with(REVIEW_NOTES), WRITE, decide, screening::decide),
        route("GET", "/screening-list", with(REVIEW_NOTES), READ, VIEW, screening::words),
        new Route(
            "PUT",
            "/screening-list",
            with(REVIEW_NOTES),
            WRITE,
            refusals(Action.UPDATE),
            screening::changeWords));
  }

  private List<Route> ofInteractions() {
    String one = "/interactions/{interaction}";
    return List.of(
        naming(
            "POST",
            "/interactions",
            KEEPS,
            refusals(Action.INTERACTION_RECORD),
            interactions::create),
        route("GET", one, SEES, READ, VIEW, interactions::get),
        route("PUT", one, KEEPS, WRITE, refusals(Action.INTERACTION_CHANGE), interactions::put),
        route(
            "DELETE", one, KEEPS, WRITE, refusals(Action.INTERACTION_DELETE), interactions::delete),
        route(
            "POST",
            one + "/follow-up-done",
            KEEPS,
            WRITE,
            refusals(Action.FOLLOW_UP_DONE),
            interactions::followedUp),
        route("GET", "/follow-ups", SEES, NONE, refusals(Action.VIEW), interactions::followUps));
  }

  private List<Route> ofEvents() {
    Route.Audit attend = refusals(Action.EVENT_ATTEND);
    return List.of(
        route("GET", "/events", SEES, NONE, refusals(Action.VIEW), events::list),
        naming("POST", "/events", KEEPS, refusals(Action.EVENT_ADD), events::create),
        route("GET", "/events/{event}", SEES, READ, VIEW, events::get),
        route("PUT", "/events/{event}", KEEPS, WRITE, refusals(Action.EVENT_CHANGE), events::put),
        route("POST", "/events/{event}/attendees", KEEPS, WRITE, attend, events::attend),
        route(
            "DELETE", "/events/{event}/attendees/{attendee}", KEEPS, WRITE, attend, events::absent),
        naming(
            "POST",
            "/events/{event}/interactions",
            KEEPS,
            refusals(Action.INTERACTION_RECORD),
            events::interaction));
  }

  private List<Route> ofIssues() {
    Route.Audit change = refusals(Action.ISSUE_CHANGE);
    return List.of(
        naming("POST", "/priorities", with(KEEP_ISSUES), change, issues::addPriority),
        route(
            "PUT",
            "/priorities/{priority}",
            with(KEEP_ISSUES),
            WRITE,
            change,
            issues::changePriority),
        naming("POST", "/issues", with(KEEP_ISSUES), change, issues::add),
        route("GET", "/issues/{issue}", SEES, NONE, VIEW, issues::get),
        route("PUT", "/issues/{issue}", with(KEEP_ISSUES), WRITE, change, issues::change),
        naming("POST", "/issues/{issue}/updates", with(KEEP_ISSUES), change, issues::update));
  }
}
