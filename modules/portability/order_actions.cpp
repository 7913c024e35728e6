#include "modules/portability/order_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/portability/workshop_actions.hpp"
#include "modules/portability/zip_store.hpp"

#include <stdexcept>

namespace portability
{
namespace
{

namespace fs = std::filesystem;
using i18n::t;
using tenancy::WorkspaceTransaction;

fs::path place_of(const tenancy::Workspace& workspace, OrderId id)
{
    return workshop().folder / ("w" + workspace.id.text()) / (id.text() + ".zip");
}

void write_to_asker(WorkspaceTransaction& tx, const Order& order)
{
    const auto asker = auth::member(tx, order.asked_by);
    const auto email = auth::email_of(tx, order.asked_by);
    if (!asker || email.empty()) return;
    const base::Params params{{"business", tx.workspace().name},
                              {"size", i18n::file_size(order.byte_count)},
                              {"date", i18n::long_date(base::date_in(*order.ready_at + kept_for,
                                                                     tx.workspace().time_zone))}};
    mail::send(tx,
               {.to_name = asker->name,
                .to_email = email,
                .subject = t("portability.mail.subject", params),
                .paragraphs = {t("portability.mail.body", params)},
                .quote = {},
                .button = mail::NewMessage::Button{t("portability.mail.button"),
                                                   mail::absolute_url("/e/" + tx.workspace().slug +
                                                                      "/reglages/export")},
                .small_print = t("portability.mail.why"),
                .template_name = "portability.ready"});
}

} // namespace

OrderId order_package(WorkspaceTransaction& tx)
{
    base::refuse_unless(count_waiting(tx) == 0, "portability.refusal.under_way");
    const Order order{.id = tx.make_id<OrderId>(),
                      .asked_by = tx.actor().membership,
                      .asked_at = base::now(),
                      .ready_at = {}};
    insert_order(tx, order);
    jobs::enqueue(tx, {.kind = make_job, .payload = order.id.text(), .dedupe = order.id.text()});
    audit::append(tx, {.action = "portability.export_asked", .subject_kind = "workspace"});
    return order.id;
}

void make_package(tenancy::Context& context, const jobs::Job& job)
{
    const auto id = OrderId::parse(job.payload);
    if (!id) throw std::runtime_error("not an export");
    auto order = context.read([&](WorkspaceTransaction& tx) { return find_order(tx, *id); });
    if (!order || order->state != OrderState::waiting) return;
    const auto zip = place_of(context.workspace(), *id);
    auto folder = zip;
    folder.replace_extension();
    fs::remove_all(folder);
    const auto done = export_workspace(context, workshop().database, folder);
    order->byte_count = pack(folder, zip);
    fs::remove_all(folder);
    fs::permissions(zip, fs::perms::owner_read | fs::perms::owner_write);
    order->state = OrderState::ready;
    order->ready_at = base::now();
    order->row_count = done.rows;
    order->file_count = done.files;
    order->sha256 = done.digest;
    context.write([&](WorkspaceTransaction& tx) {
        save_order(tx, *order);
        write_to_asker(tx, *order);
    });
}

fs::path take_package(tenancy::Context& context, OrderId id)
{
    const auto order = context.read([&](WorkspaceTransaction& tx) { return find_order(tx, id); });
    const bool is_there = order && order->state == OrderState::ready &&
                          base::now() < *order->ready_at + kept_for &&
                          fs::exists(place_of(context.workspace(), id));
    if (!is_there) throw base::NotFound{};
    context.write([&](WorkspaceTransaction& tx) {
        audit::append(tx, {.action = "portability.export_taken",
                           .subject_kind = "workspace",
                           .changes = {{"digest", "", order->sha256}}});
    });
    return place_of(context.workspace(), id);
}

void forget_old(tenancy::Context& context)
{
    if (!is_installed()) return;
    const auto old = context.read(
        [](WorkspaceTransaction& tx) { return old_orders(tx, base::now() - kept_for); });
    for (auto order : old) {
        fs::remove(place_of(context.workspace(), order.id));
        order.state = OrderState::gone;
        context.write([&](WorkspaceTransaction& tx) { save_order(tx, order); });
    }
}

void forget_packages(const tenancy::Workspace& workspace)
{
    if (is_installed()) fs::remove_all(workshop().folder / ("w" + workspace.id.text()));
}

} // namespace portability
