#include "modules/sendings/sending_jobs.hpp"

#include "modules/sendings/sending_actions.hpp"
#include "modules/sendings/sending_store.hpp"

#include <stdexcept>

namespace sendings
{

void run_sending(tenancy::Context& context, const jobs::Job& job)
{
    const auto id = SendingId::parse(job.payload);
    if (!id) throw std::runtime_error("not a sending: job " + job.id.text());
    const auto sending =
        context.read([&](tenancy::WorkspaceTransaction& tx) { return SendingStore{tx}.find(*id); });
    if (!sending) return;

    tenancy::Context asker{context.database(), context.workspace(),
                           tenancy::Actor{.membership = sending->asked_by}};
    while (send_next(asker, *id)) {
    }
}

} // namespace sendings
