#include "kernel/mail/links.hpp"

#include "kernel/base/assert.hpp"

namespace mail
{
namespace
{

std::string& base_url()
{
    static std::string the_url = "http://localhost:8080";
    return the_url;
}

} // namespace

void set_base_url(std::string url)
{
    base_url() = std::move(url);
}

std::string absolute_url(std::string_view path)
{
    KERNEL_ASSERT(path.starts_with('/'));
    return base_url() + std::string{path};
}

std::string host_name()
{
    const std::string_view url = base_url();
    const auto start = url.find("://") + 3;
    if (url.substr(start).starts_with('[')) return "localhost";
    return std::string{url.substr(start, url.find_first_of(":/", start) - start)};
}

} // namespace mail
