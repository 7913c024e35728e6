#include "kernel/module.hpp"

#include "kernel/base/assert.hpp"

namespace kernel
{

Routes::Routes(guard::Site& site, std::string module, std::string prefix, Door door)
    : site_(site), module_(std::move(module)), prefix_(std::move(prefix)), door_(door)
{
}

Routes& Routes::add(guard::Route route)
{
    using Kind = guard::Access::Kind;
    const bool is_open_kind = route.access.kind == Kind::open || route.access.kind == Kind::person;
    KERNEL_ASSERT(door_ != Door::Outside || is_open_kind);
    if (door_ == Door::Portal && route.access.kind == Kind::staff) route.access.kind = Kind::portal;
    route.module = module_;
    route.path = prefix_ + route.path;
    site_.routes.push_back(std::move(route));
    return *this;
}

Routes& Routes::get(std::string_view path, guard::Handler handler, guard::Access access,
                    std::string_view subject)
{
    return add({.method = http::Method::Get,
                .path = std::string{path},
                .access = std::move(access),
                .subject = std::string{subject},
                .handler = handler});
}

Routes& Routes::post(std::string_view path, guard::Handler handler, guard::Access access,
                     std::string_view command, std::string_view subject)
{
    return add({.method = http::Method::Post,
                .path = std::string{path},
                .access = std::move(access),
                .subject = std::string{subject},
                .command = std::string{command},
                .handler = handler});
}

Routes& Routes::before_second_factor()
{
    site_.routes.back().second_factor = guard::SecondFactor::not_yet;
    return *this;
}

Routes& Routes::takes_files(std::uint64_t bytes_max)
{
    site_.routes.back().body = {.bytes_max = bytes_max, .accepts_files = true};
    return *this;
}

Routes& Routes::takes_pieces(std::uint64_t bytes_max)
{
    site_.routes.back().body = {.bytes_max = bytes_max, .accepts_files = false};
    site_.routes.back().limit = guard::LimitClass::uncounted;
    return *this;
}

Routes Module::staff(std::string_view prefix)
{
    return {site_, name_, "/e/{workspace}" + std::string{prefix}, Routes::Door::Staff};
}

Routes Module::portal(std::string_view prefix)
{
    return {site_, name_, "/p/{workspace}" + std::string{prefix}, Routes::Door::Portal};
}

Routes Module::open(std::string_view prefix)
{
    return {site_, name_, std::string{prefix}, Routes::Door::Outside};
}

void Module::permission(std::string_view code, std::string_view label_key)
{
    site_.permissions.push_back({.code = std::string{code}, .label_key = std::string{label_key}});
}

void Module::searchable(search::Kind kind)
{
    kind.module = name_;
    search::registry().key_with(site_.vault());
    search::registry().add(std::move(kind));
}

void Module::indexed(search::Source source)
{
    if (jobs::registry().find(search::index_job) == nullptr)
        jobs::registry().add(search::index_job, {.handler = search::run_index, .delays = {}});
    search::registry().add(std::move(source));
}

} // namespace kernel
