#include "app/commands.hpp"
#include "app/sealing.hpp"
#include "kernel/audit/verify.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/ledger/ledger.hpp"

namespace app
{
namespace
{

using i18n::t;

std::string name_of(const audit::Chain& chain)
{
    return chain.id() == 0 ? t("app.verify.platform") : chain.name();
}

std::string age_of(const audit::Verdict& verdict)
{
    if (!verdict.oldest_unsealed) return {};
    const auto age = base::real_now() - *verdict.oldest_unsealed;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(age).count();
    return " " + t("app.verify.oldest", {{"seconds", std::to_string(seconds)}});
}

std::string lines_of(const audit::Chain& chain, const audit::Verdict& verdict)
{
    const base::Params params{{"name", name_of(chain)},
                              {"sealed", std::to_string(verdict.sealed)},
                              {"unsealed", std::to_string(verdict.unsealed)},
                              {"heads", std::to_string(verdict.heads)},
                              {"count", std::to_string(verdict.finding_count)}};
    auto lines = t(verdict.is_intact() ? "app.verify.fine" : "app.verify.broken", params) +
                 age_of(verdict) + "\n";
    for (const auto& finding : verdict.findings)
        lines += "  " +
                 t("app.verify.finding." + std::string{forms::enum_name(finding.what)},
                   {{"id", std::to_string(finding.id)}}) +
                 "\n";
    return lines;
}

/// Nothing of a chain that has not begun.
std::string line_of(const tenancy::Workspace& workspace, const ledger::Verdict& verdict)
{
    const auto count = std::to_string(verdict.checked);
    if (verdict.broken) {
        const auto wrong = t("ledger.wrong." + std::string{forms::enum_name(verdict.broken->what)},
                             {{"record", std::to_string(verdict.broken->seq)}});
        return t("app.verify.ledger_broken", {{"name", workspace.name}, {"wrong", wrong}}) + "\n";
    }
    if (verdict.checked == 0) return {};
    return t("app.verify.ledger", {{"name", workspace.name}, {"count", count}}) + "\n";
}

} // namespace

Reply verify(Application& application)
{
    const auto key = audit::head_key(application.vault());
    const audit::HeadFile file{application.configuration().seals};
    Reply reply;
    for (const auto& chain : every_chain(application.database())) {
        const auto verdict = audit::verify(chain, key, file);
        reply.output += lines_of(chain, verdict);
        if (!verdict.is_intact()) reply.exit_code = 1;
    }
    for (const auto& workspace :
         tenancy::Platform{application.database()}.read(auth::every_workspace)) {
        const auto verdict =
            ledger::verify({application.database(), workspace, tenancy::Actor::system()},
                           ledger::heads_in(application.configuration().seals));
        reply.output += line_of(workspace, verdict);
        if (!verdict.is_intact()) reply.exit_code = 1;
    }
    return reply;
}

} // namespace app
