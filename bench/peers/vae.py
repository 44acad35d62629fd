"""The VAE's peer; like those of peers.py, a function of the input that returns a function of the seed."""


def vae_steps(side, units, latent, batch, steps):
    """PyTorch on one thread: the network, loss and optimiser of src/engine/models/vae, on as many random images."""
    import torch
    from torch import nn
    from torch.nn import functional as F

    torch.set_num_threads(1)
    pixels = side * side
    images = torch.rand(1000, pixels, generator=torch.Generator().manual_seed(0))

    class Vae(nn.Module):
        def __init__(self):
            super().__init__()
            self.encode, self.posterior = nn.Linear(pixels, units), nn.Linear(units, 2 * latent)
            self.decode, self.pixels = nn.Linear(latent, units), nn.Linear(units, pixels)
            for layer in self.children():
                nn.init.xavier_uniform_(layer.weight)
                nn.init.zeros_(layer.bias)

        def forward(self, x):
            mu, log_variance = self.posterior(F.relu(self.encode(x))).chunk(2, dim=1)
            z = mu + torch.exp(0.5 * log_variance) * torch.randn_like(mu)
            return self.pixels(F.relu(self.decode(z))), mu, log_variance

    def train(seed):
        torch.manual_seed(seed)
        network = Vae()
        optimiser = torch.optim.Adam(network.parameters(), lr=4e-3)
        order = torch.cat([torch.randperm(len(images)) for _ in range(steps * batch // len(images) + 1)])
        for step in range(steps):
            x = images[order[step * batch : (step + 1) * batch]]
            logits, mu, log_variance = network(x)
            cross_entropy = F.binary_cross_entropy_with_logits(logits, x, reduction="sum")
            divergence = 0.5 * (mu.square() + log_variance.exp() - 1 - log_variance).sum()
            optimiser.zero_grad()
            ((cross_entropy + 0.5 * divergence) / batch).backward()
            optimiser.step()
        return [parameter.detach() for parameter in network.parameters()]

    return train
