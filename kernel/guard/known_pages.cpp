#include "kernel/guard/known_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/site.hpp"

#include <algorithm>

namespace guard
{
namespace
{

using namespace std::chrono_literals;

constexpr std::size_t pages_max = 8'192; // of each of the two generations, about 400 bytes a page
/// However sure we are: what a page forgot to say about time is at most this old.
constexpr auto good_for_max = 60s;

class Fingerprint
{
  public:
    Fingerprint& add(std::string_view text)
    {
        text_.append(std::to_string(text.size())).append(":").append(text);
        return *this;
    }
    Fingerprint& add(std::int64_t number) { return add(std::to_string(number)); }
    std::string hash() const { return base::sha256(text_); }

  private:
    std::string text_;
};

void add_person(Fingerprint& print, const auth::SignedIn& who)
{
    const auto& person = who.person;
    print.add(who.session.id.value)
        .add(who.session.totp_proved_at.has_value())
        .add(person.id.value)
        .add(person.name)
        .add(person.email)
        .add(person.user_name)
        .add(person.email_confirmed_at.has_value())
        .add(person.has_totp)
        .add(person.is_demonstration)
        .add(static_cast<int>(person.theme))
        .add(person.default_page);
}

void add_workspace(Fingerprint& print, const tenancy::Workspace& workspace)
{
    print.add(workspace.id.value)
        .add(workspace.slug)
        .add(workspace.name)
        .add(workspace.preset)
        .add(workspace.time_zone)
        .add(static_cast<int>(workspace.status))
        .add(workspace.brand_hue)
        .add(workspace.brand_chroma)
        .add(workspace.is_demonstration)
        .add(workspace.settings_version);
    for (const auto& module : workspace.modules)
        print.add(module);
}

} // namespace

std::optional<Provenance> KnownPages::find(const std::string& page) const
{
    const std::scoped_lock lock{mutex_};
    for (const auto* pages : {&recent_, &older_})
        if (const auto found = pages->find(page); found != pages->end()) return found->second;
    return {};
}

void KnownPages::remember(const std::string& page, Provenance provenance)
{
    const std::scoped_lock lock{mutex_};
    if (recent_.size() >= pages_max) older_ = std::exchange(recent_, {});
    recent_.insert_or_assign(page, std::move(provenance));
}

std::string page_key(const Call& call, const auth::Rights& rights)
{
    Fingerprint print;
    print.add(call.request().target).add(call.request().host).add(call.request().is_https);
    add_person(print, *call.signed_in());
    const auto& actor = call.actor();
    print.add(actor.membership.value).add(actor.role).add(actor.client.value);
    print.add(call.topic_token().rights_version);
    for (const auto& [permission, grant] : rights)
        print.add(permission).add(static_cast<int>(grant));
    add_workspace(print, call.context().workspace());
    return print.hash();
}

PageRecord::PageRecord(const Call& call)
    : call_(call), moment_(call.site().database().changes()->now()), made_at_(base::now())
{
    times_.note_day(made_at_, call.context().workspace().time_zone);
}

std::optional<Provenance> PageRecord::of(const http::Response& response) const
{
    const bool is_whole = reads_.footprint().is_whole && response.status == 200;
    if (!is_whole || !call_.is_data_only()) return {};
    return Provenance{.etag = {},
                      .moment = moment_,
                      .read = reads_.footprint(),
                      .made_at = made_at_,
                      .good_until = std::min(times_.change_at(), made_at_ + good_for_max)};
}

bool is_current(const Provenance& provenance, const db::Changes& changes)
{
    const auto now = base::now();
    return provenance.made_at <= now && now < provenance.good_until &&
           changes.none_since(provenance.moment, provenance.read);
}

} // namespace guard
