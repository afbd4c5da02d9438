using System;
using System.Collections.Generic;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Tests.Mutation;

/// <summary>
/// One thing that verdicts may rest on: an answer, a value in it, a fact's property, a cell of a register. It can be lost in several ways,
/// and it could have
/// been another: what is lost may have been any of those.
/// </summary>
/// <param name="Place">Where it stands: a source, a set of facts, a register.</param>
/// <param name="Property">Which value there; empty for all of it.</param>
/// <param name="Losses">Ways to lose it.</param>
/// <param name="Others">What else it could have been.</param>
internal sealed record Site(string Place, string Property, IReadOnlyList<Change> Losses, Func<IEnumerable<Change>> Others);

/// <summary>One mutation, and what the checks come to under it.</summary>
/// <param name="Operator">What was done.</param>
/// <param name="Detail">With which value.</param>
/// <param name="Judge">The outcomes in the order of the checks; null for those that it can't reach.</param>
internal sealed record Change(Operator Operator, string Detail, Func<Outcome?[]> Judge);
