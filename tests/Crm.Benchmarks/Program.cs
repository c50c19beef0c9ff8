using Karelia.Crm.Benchmarks;

// Each figure stands beside its reference, taken in the same run: `-- import`, `-- export`, `-- lists`, `-- requests`, `-- bulk`, `-- plans`, `-- groups`, `-- experts`, `-- participants`, or all of them.
var benchmarks = new Dictionary<string, Func<Stack, Task>>
{
    ["import"] = ImportBenchmark.Run,
    ["export"] = ExportBenchmark.Run,
    ["lists"] = ListBenchmark.Run,
    ["requests"] = RequestBenchmark.Run,
    ["bulk"] = BulkBenchmark.Run,
    ["groups"] = GroupBenchmark.Run,
    ["plans"] = PlanBenchmark.Run,
    ["experts"] = ExpertBenchmark.Run,
    ["participants"] = ParticipantBenchmark.Run,
};
var wanted = args.Length == 0 ? benchmarks.Keys.ToArray() : args;
foreach (var name in wanted)
{
    await using var stack = await Stack.Start();
    await benchmarks[name](stack);
}
