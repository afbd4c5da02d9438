using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using Xunit;

namespace ConfigAudit.Tests.Judging.Baselines;

/// <summary>Each public comment leads to checks, each check to facts and collectors, and back; and docs/ says so.</summary>
public sealed class TraceabilityTests
{
    private const int Comments = 63;

    private static readonly BaselineFolder Folder = new(Path.Combine(Machine.RepositoryRoot, "module", "baselines"));
    private static readonly Baseline Mic = Folder.Load("MIC-2022-03");
    private static readonly Baseline[] Editions = Folder
        .Ids.Where(id => id.StartsWith("MIC-20", StringComparison.Ordinal))
        .Select(id => Folder.Load(id))
        .ToArray();
    private static readonly Baseline[] Overlays = Folder
        .Ids.Where(id => !id.StartsWith("MIC-20", StringComparison.Ordinal))
        .Select(id => Folder.Load(id))
        .ToArray();
    private static readonly Traceability English = new(isJapanese: false, Mic, Editions, Overlays);

    private static IEnumerable<Check> Checks => English.All().Select(each => each.Check);

    [Fact]
    public void Every_comment_is_there_once() =>
        Assert.Equal(Enumerable.Range(1, Comments).Select(number => (long)number), Mic.Comments.Select(comment => comment.Number));

    [Fact]
    public void A_comment_leads_to_a_check_or_says_why_not() =>
        Assert.All(
            Mic.Comments,
            comment =>
                Assert.True(
                    comment.NotAuditable is null == Mic.Checks.Any(check => check.Guideline.Comments.Contains(comment.Number)),
                    $"No. {comment.Number}"
                )
        );

    [Fact]
    public void A_check_names_comments_that_there_are() =>
        Assert.All(Checks, check => Assert.All(check.Guideline.Comments, number => Assert.InRange(number, 1, Comments)));

    [Fact]
    public void A_check_looks_at_facts_that_somebody_collects_or_a_person_attests_it() =>
        Assert.All(
            Checks,
            check =>
            {
                Assert.Equal(check.Method == AuditMethod.Attestation, check.Facts.Count == 0);
                Assert.All(check.Facts, fact => Assert.NotEmpty(Traceability.CollectedBy(fact)));
            }
        );

    /// <summary>The other way: a row of a register that nothing asks about would be written for nobody.</summary>
    [Fact]
    public void Every_register_and_every_join_with_one_is_looked_at_by_a_check_or_helps_one()
    {
        var helps = new[] { "ZoneRange" };
        var asked = Checks.SelectMany(check => check.Facts).Select(fact => fact.Name).Concat(helps).ToArray();
        Assert.All(
            FactTypes.Shipped.All.Where(type => type.Subject is FactSubject.Organisation or FactSubject.RegisteredHost),
            type => Assert.Contains(type.Name, asked)
        );
    }

    /// <summary>Three answers changed the text (26, 42 and 31): they are asked for. What was only taken note of is off, and never
    /// Required.</summary>
    [Fact]
    public void What_was_not_adopted_is_no_requirement()
    {
        Assert.Equal(
            new long[] { 26, 31, 42 },
            Mic.Comments.Where(comment => comment.Answer == CommentAnswer.Adopted).Select(comment => comment.Number)
        );
        Assert.All(
            Mic.Comments.Where(comment => comment.Answer == CommentAnswer.Adopted),
            comment =>
                Assert.Contains(
                    Mic.Checks,
                    check => check.IsEnabled && check.Obligation == Obligation.Required && check.Guideline.Comments.Contains(comment.Number)
                )
        );
        Assert.All(Mic.Checks, check => Assert.Equal(check.Obligation != Obligation.Reference, check.IsEnabled));
        Assert.Equal(
            Mic.Checks.Where(check => !check.IsEnabled).Select(check => check.Id),
            Folder.Load("MIC-Recommended").Checks.Where(check => check.ChangedBy == "MIC-Recommended").Select(check => check.Id)
        );
    }

    /// <summary>Neither for a model nor for anything else does an overlay make a requirement of what the ministry only took note
    /// of.</summary>
    [Fact]
    public void No_overlay_raises_what_was_only_taken_note_of()
    {
        var proposals = new HashSet<long>(
            Mic.Comments.Where(comment => comment.Answer == CommentAnswer.Considered).Select(comment => comment.Number)
        );
        Assert.All(
            Overlays.Concat(Editions),
            overlay =>
                Assert.All(
                    overlay.Checks,
                    check =>
                    {
                        var below = Mic.Checks.FirstOrDefault(each => each.Id == check.Id);
                        Assert.True(
                            below?.Obligation != Obligation.Reference || check.Obligation == Obligation.Reference,
                            $"{overlay.Id} {check.Id}: of the public comments, and {check.Obligation}"
                        );
                        var isProposal = check.Guideline.Comments.Count > 0 && check.Guideline.Comments.All(proposals.Contains);
                        Assert.False(
                            isProposal && check.Obligation == Obligation.Required && below?.Obligation != Obligation.Required,
                            $"{overlay.Id} {check.Id}: Required by comments that were only considered"
                        );
                    }
                )
        );
    }

    /// <summary>The submitters pointed at the model clause on page ii-28; the text came into the commentary (part 3).</summary>
    [Fact]
    public void The_adopted_text_on_shared_IDs_stands_in_the_commentary() =>
        Assert.All(
            Mic.Checks.Where(check => check.Guideline.Section == "5.4(2)"),
            check => Assert.Equal((3, null), (check.Guideline.Part, check.Guideline.Page))
        );

    /// <summary>A minimum for small municipalities leaves off what is desirable, each with a reason of its own, and nothing that is
    /// required.</summary>
    [Fact]
    public void The_minimum_keeps_all_that_is_required()
    {
        var off = Folder.Load("MIC-Minimum").Checks.Where(check => check.ChangedBy == "MIC-Minimum").ToArray();
        Assert.NotEmpty(off);
        Assert.All(off, check => Assert.True(!check.IsEnabled && check.Obligation is Obligation.Desirable or Obligation.Useful, check.Id));
        Assert.Equal(off.Length, off.Select(check => check.ChangeReason!.Ja).Distinct().Count());
        Assert.Equal(off.Length, off.Select(check => check.ChangeReason!.En).Distinct().Count());
    }

    /// <summary>Printed alone, as -Effective and the pages do, such a text says nothing.</summary>
    [Fact]
    public void No_text_only_points_at_another() =>
        Assert.All(
            Mic.Comments.Select(comment => comment.Asks)
                .Concat(
                    Editions
                        .Concat(Overlays)
                        .SelectMany(baseline => baseline.Checks)
                        .Select(check => check.ChangeReason)
                        .Where(reason => reason is not null)
                ),
            text =>
                Assert.False(
                    text!.Ja.StartsWith("同上", StringComparison.Ordinal)
                        || text.En.StartsWith("The same (", StringComparison.Ordinal)
                        || text.En == "The same",
                    text.Ja
                )
        );

    [Fact]
    public void The_map_of_editions_names_checks_that_there_are_and_says_why()
    {
        var map = Editions[Editions.Length - 1].EditionMap.ToArray();
        Assert.Equal(Editions[Editions.Length - 1].Checks.Select(check => check.Id), map.Select(each => each.CheckId).Distinct());
        Assert.Equal(
            new[] { "2022-03", "2023-03", "2024-10", "2025-03", "2026-03" },
            map.Select(each => each.Edition).Distinct().OrderBy(edition => edition, StringComparer.Ordinal)
        );
        Assert.All(
            map.Where(each => each.Change is not (EditionChange.Unknown or EditionChange.First)),
            each => Assert.NotEmpty(each.Reason)
        );
        Assert.All(map.Where(each => each.Change == EditionChange.Unknown), each => Assert.False(each.IsVerified));
        Assert.All(
            map.Select(each => each.Successor).OfType<string>(),
            successor => Assert.Contains(Checks, check => check.Id == successor)
        );
        Assert.Equal("ORG-18 2025-03 6.1(13) Reversed", Assert.Single(map, each => each.Change == EditionChange.Reversed).ToString());
    }

    /// <summary>Limiting shared IDs is needed; recording who used one is desirable (the text that comments 26 and 42 led to).</summary>
    [Theory]
    [InlineData("ACC-01", Obligation.Required)]
    [InlineData("ACC-02", Obligation.Desirable)]
    [InlineData("ACC-04", Obligation.Desirable)]
    [InlineData("ACC-06", Obligation.Desirable)]
    public void The_adopted_text_on_shared_IDs_has_two_strengths(string check, Obligation obligation) =>
        Assert.Equal(obligation, Mic.Checks.Single(each => each.Id == check).Obligation);

    [Fact]
    public void Every_check_says_what_why_and_what_to_do_in_both_languages() =>
        Assert.All(
            Checks,
            check =>
            {
                foreach (var text in new[] { check.Title, check.Rationale, check.Remediation })
                {
                    Assert.Contains(text.Ja, one => one is (>= 'ぁ' and <= 'ヿ') or (>= '一' and <= '鿿'));
                    Assert.DoesNotContain(text.En, one => one > '\u2fff');
                    Assert.True(text.En.Length > 10 && text.Ja.Length > 5, check.Id);
                }
            }
        );

    [Fact]
    public void An_id_stands_for_one_check_in_all_baselines() =>
        Assert.All(
            Editions.Concat(Overlays).SelectMany(baseline => baseline.Checks).GroupBy(check => check.Id, StringComparer.OrdinalIgnoreCase),
            same => Assert.Single(same.Select(check => check.Title.En).Distinct())
        );

    /// <summary>To renew the pages: CONFIGAUDIT_WRITE_DOCS=1 dotnet test tests/ConfigAudit.Tests -f net10.0 --filter
    /// Traceability.</summary>
    [Theory]
    [InlineData("TRACEABILITY.md", false)]
    [InlineData("TRACEABILITY.ja.md", true)]
    public void The_pages_in_docs_say_the_same(string page, bool isJapanese)
    {
        var path = Path.Combine(Machine.RepositoryRoot, "docs", page);
        var text = new Traceability(isJapanese, Mic, Editions, Overlays).Write();
        if (Environment.GetEnvironmentVariable("CONFIGAUDIT_WRITE_DOCS") == "1")
            File.WriteAllText(path, text);
        Assert.Equal(text, File.ReadAllText(path).Replace("\r\n", "\n"));
    }
}
