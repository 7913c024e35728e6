#pragma once

#include "modules/crm/crm.hpp"
#include "modules/settings/settings.hpp"

#include <string>
#include <string_view>

namespace sale_documents
{

/// Who writes.
using Business = settings::Profile;
Business business_today(tenancy::WorkspaceTransaction& tx);

/// Who wrote to whom, as a paper says it.
struct Parties {
    Business business;
    crm::Addressee client;
};
/// As the settings and the client's record say it. Throws base::NotFound.
Parties parties_today(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client);

/// JSON, kept with what was sent: a business that moves does not change its papers.
std::string frozen(const Parties& parties);
/// Throws on anything but what `frozen` writes.
Parties parties_from(const std::string& text);

} // namespace sale_documents
