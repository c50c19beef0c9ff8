using Karelia.Crm.Accounts;
using Karelia.Crm.Alumni;
using Karelia.Crm.Consent;
using Karelia.Crm.Kernel.Web;

var builder = WebApplication.CreateBuilder(args);

builder.Services
    .AddKernel(builder.Configuration)
    .AddAccounts()
    .AddConsent()
    .AddAlumni()
    .AddCrmEndpoints();
builder.Services.AddAuthentication();
builder.Services.AddAuthorization();

var app = builder.Build();

await app.Services.Migrate();

app.UseExceptionHandler(_ => { });
app.MapUseCases();
await app.RunAsync();
