using Karelia.Crm.Accounts;
using Karelia.Crm.Alumni;
using Karelia.Crm.Consent;
using Karelia.Crm.Kernel.Web;

var builder = WebApplication.CreateBuilder(args);

builder.Services
    .AddKernel(builder.Configuration.GetConnectionString("Crm") ?? throw new InvalidOperationException("Set ConnectionStrings__Crm to the PostgreSQL database."))
    .AddAccounts()
    .AddConsent()
    .AddAlumni()
    .AddCrmEndpoints();

var app = builder.Build();

await using (var scope = app.Services.CreateAsyncScope())
    await scope.ServiceProvider.GetRequiredService<Migrator>().Run(CancellationToken.None);

app.UseExceptionHandler(_ => { });
app.MapUseCases();
await app.RunAsync();
