#pragma once

#include "kernel/documents/documents.hpp"

#include <string>

namespace tenancy
{
class Context;
struct Workspace;
} // namespace tenancy

/// Whose papers a workspace's are.
namespace documents
{

/// The trade name, and the logo when its bytes are on this machine. Papers of a demonstration, on
/// which people train, say on each page that they are worth nothing.
Letterhead letterhead_of(const tenancy::Context& context);
/// The colour of the business, dark enough for words on white and for white words on it: "#rrggbb".
std::string paper_colour(const tenancy::Workspace& workspace);
/// What is printed on where the business is: Letter in Canada, A4 elsewhere.
Paper paper_of(const tenancy::Workspace& workspace);

} // namespace documents
