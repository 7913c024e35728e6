#include "modules/identity/return_path.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>

namespace identity
{

namespace
{

bool is_plain(char c)
{
    return c > ' ' && c != '\\' && c != '"' && c != '<' && c != '>' && c != '\x7f';
}

} // namespace

std::string safe_return_path(std::string_view next)
{
    if (next.empty() || next.size() > return_path_bytes_max) return {};
    if (!std::all_of(next.begin(), next.end(), is_plain)) return {};
    if (next[0] != '/' || next.starts_with("//")) return {};
    const auto start = base::lower_ascii(next.substr(0, 8));
    if (start.starts_with("/%")) return {};
    if (start.find("/..") != std::string::npos) return {};
    if (next == "/connexion" || next.starts_with("/connexion?")) return {};
    return std::string{next};
}

} // namespace identity
