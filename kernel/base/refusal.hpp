#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace base
{

using Params = std::vector<std::pair<std::string, std::string>>;

/// A business rule said no. Thrown; rolls the transaction back; the router answers 422 (409 for
/// Kind::Conflict) with the French sentence of `code` ("tickets.refusal.closed") and its way out.
struct Refusal : std::exception {
    enum class Kind { Rule, Conflict };

    explicit Refusal(std::string code_, Params params_ = {}, Kind kind_ = Kind::Rule)
        : code(std::move(code_)), params(std::move(params_)), kind(kind_)
    {
    }
    const char* what() const noexcept override { return code.c_str(); }

    std::string code;
    Params params;
    Kind kind;
};

/// What is asked for does not exist, or belongs to another workspace or another client: 404, the
/// same page in every case.
struct NotFound : std::exception {
    const char* what() const noexcept override { return "not found"; }
};

/// The member lacks a right: 403 naming it. `permission` is its code ("tickets.assign").
struct Forbidden : std::exception {
    explicit Forbidden(std::string permission_) : permission(std::move(permission_)) {}
    const char* what() const noexcept override { return permission.c_str(); }

    std::string permission;
};

/// Throws Refusal{code, params} unless `holds`.
inline void refuse_unless(bool holds, const char* code, Params params = {})
{
    if (!holds) throw Refusal{code, std::move(params)};
}

} // namespace base
