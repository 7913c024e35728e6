#include "kernel/presets/workflow_reader.hpp"

namespace presets
{

namespace
{

constexpr int most_days = 3650;

std::set<Mover> movers(const Section& section, std::string_view key)
{
    std::set<Mover> found;
    for (const auto& code : section.codes(key)) {
        const auto mover = parse_mover(code);
        if (!mover) section.wrong("nobody is called " + code);
        found.insert(*mover);
    }
    return found;
}

void read_permissions(Workflow& workflow, const Section& section)
{
    for (const auto& [who, node] : section.table()) {
        const auto mover = parse_mover(who);
        if (!mover) section.wrong("nobody is called " + who);
        workflow.permissions[*mover] = section.text(who);
    }
}

void read_reasons(Workflow& workflow, const Section& section)
{
    for (const auto& [code, node] : section.table())
        workflow.reasons[code] = section.text(code);
}

} // namespace

Move read_move(const Section& section)
{
    section.only({"code", "from", "to", "who", "requires", "clears", "permission", "label",
                  "client_label", "automatic_on", "automatic_after_days", "within_days", "reasons",
                  "counts_as", "excluded_from"});
    return {.code = section.text("code"),
            .from = section.codes("from"),
            .to = section.text("to"),
            .who = movers(section, "who"),
            .needs = section.codes("requires"),
            .clears = section.codes("clears"),
            .permission = section.text_or("permission", ""),
            .label = section.text("label"),
            .client_label = section.text_or("client_label", section.text("label")),
            .automatic_on = section.text_or("automatic_on", ""),
            .automatic_after_days = section.number("automatic_after_days", most_days),
            .within_days = section.number("within_days", most_days),
            .reasons = section.codes("reasons"),
            .counts_as = section.text_or("counts_as", ""),
            .excluded_from = section.codes("excluded_from")};
}

State read_state(const Section& section)
{
    section.only({"code", "anchor", "label", "client_label", "client_help", "tone", "read_only"});
    const auto anchor = parse_anchor(section.text("anchor"));
    if (!anchor) section.wrong("unknown anchor " + section.text("anchor"));
    return {.code = section.text("code"),
            .anchor = *anchor,
            .label = section.text("label"),
            .client_label = section.text_or("client_label", section.text("label")),
            .client_help = section.text_or("client_help", ""),
            .tone = section.text("tone"),
            .is_read_only = section.is_true("read_only")};
}

Workflow read_workflow(const std::string& noun, const Section& section)
{
    section.only({"start", "start_by", "permission", "state", "move", "reason"});
    Workflow workflow;
    workflow.noun = noun;
    workflow.start = section.text("start");
    workflow.start_by = movers(section, "start_by");
    for (const auto& state : section.each("state"))
        workflow.states.push_back(read_state(state));
    for (const auto& move : section.each("move"))
        workflow.moves.push_back(read_move(move));
    if (section.has("permission")) read_permissions(workflow, section.inner("permission"));
    if (section.has("reason")) read_reasons(workflow, section.inner("reason"));
    for (const auto& problem : problems_of(workflow))
        section.wrong(problem.code + ' ' + problem.where);
    return workflow;
}

} // namespace presets
