#include "app/commands.hpp"
#include "app/demonstration/demonstration.hpp"
#include "modules/identity/identity.hpp"

namespace app
{

Reply demonstrate(Application& application, const DemonstrationOptions& options)
{
    const auto& configuration = application.configuration();
    const auto strength =
        configuration.is_test() ? identity::HashStrength::test : identity::HashStrength::production;
    const auto accesses = demonstration::demonstrate(
        {.database = application.database(),
         .options = application.installation().database,
         .seals = configuration.seals,
         .passwords = identity::passwords(application.vault(), strength),
         .accounts_file = configuration.data / "demo.json"},
        options.is_renewed ? demonstration::Existing::renew : demonstration::Existing::keep);
    return {.exit_code = 0,
            .output = options.as_json ? demonstration::json_of(accesses) + "\n"
                                      : demonstration::text_of(accesses, configuration.base_url)};
}

} // namespace app
