package org.chancery.core.http;

import org.chancery.core.doubles.Doubles;
import org.chancery.core.erasure.Erasures;
import org.chancery.core.imports.Imports;
import org.chancery.core.issues.Issues;
import org.chancery.core.mail.Notices;
import org.chancery.core.outreach.Outreach;
import org.chancery.core.reach.Reaching;
import org.chancery.core.rights.Rights;
import org.chancery.core.screening.FlagReviews;
import org.chancery.core.screening.Screening;
import org.chancery.core.stakeholders.Lookalikes;
import org.chancery.core.stakeholders.Stakeholders;

/**
 * The parts of the domain that stakeholders' routes are about.
 *
 * @param stakeholders people and organizations
 * @param outreach interactions, events and promises
 * @param lookalikes whether somebody is there already
 * @param issues priorities and issues
 * @param screening of what is written
 * @param reviews what was kept although it was flagged
 * @param notices tells people with accounts
 * @param erasures erases people who asked for it
 * @param rights what people may ask of the department
 * @param reach what is asked before one reaches out
 * @param doubles entries of the same person or organization
 * @param imports of people and events from files
 */
public record StakeholderParts(
    Stakeholders stakeholders,
    Outreach outreach,
    Lookalikes lookalikes,
    Issues issues,
    Screening screening,
    FlagReviews reviews,
    Notices notices,
    Erasures erasures,
    Rights rights,
    Reaching reach,
    Doubles doubles,
    Imports imports) {}
